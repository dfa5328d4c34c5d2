#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace jalon::http {

/**
 * Finds the end of a request and collects its body. Boost.Beast does the work, does no I/O here, and is a
 * second judge of the header that the gate has let pass.
 *
 * Throws Refusal: 413 as soon as the body is known to be too large, 400 for anything wrong in its framing,
 * for chunk extensions and for trailers, which nobody needs and which servers read differently.
 */
class BodyDecoder {
 public:
  /** `header` ends with the empty line. */
  BodyDecoder(std::string_view header, std::uint64_t body_bytes_max);
  ~BodyDecoder();

  bool is_done() const;

  /** Takes in what it can and says how many bytes that was; what it left must come again with more behind it.
   */
  std::size_t put(std::string_view received);

  /** The body, once it is done. */
  std::string take_body();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace jalon::http
