// From the bytes of a connection to requests: the gate, the target, the body, one request after the other.
// However the bytes are cut, the same requests come out; and what the gate lets through, Beast understands
// alike.
#include <algorithm>

#include "api/http/body_decoder.hpp"
#include "api/http/gate.hpp"
#include "api/http/refusal.hpp"
#include "api/http/request_of.hpp"
#include "tests/fuzz/door.hpp"

namespace {

using namespace jalon::http;

constexpr int most_requests = 8;

struct Heard {
  std::string requests;  // each by its method, path and body
  int refusal = 0;
  bool operator==(Heard const&) const = default;
};

// The body, and how many bytes of `rest` it took; nothing when it has not come whole.
std::optional<std::size_t> read_body(std::string_view header, std::string_view rest, std::size_t step,
                                     Limits const& limits, std::string& body) {
  BodyDecoder decoder(header, limits.body_bytes);
  std::size_t taken = 0, seen = 0;
  while (!decoder.is_done()) {
    if (seen == rest.size()) return std::nullopt;
    seen = std::min(rest.size(), seen + step);
    taken += decoder.put(rest.substr(taken, seen - taken));
    jalon::fuzz::must(taken <= seen, "no byte is taken twice");
  }
  body = decoder.take_body();
  jalon::fuzz::must(body.size() <= limits.body_bytes, "a body keeps to its limit");
  return taken;
}

void hear(std::string_view received, std::size_t step, Heard& heard) {
  Limits const limits;
  for (int count = 0; count < most_requests; ++count) {
    auto const end = header_end(received, 0);
    if (!end) return;
    auto const header = received.substr(0, *end);
    auto const head = examine(header, limits);
    auto const request = request_of(head, "192.0.2.1");
    jalon::fuzz::must(!request.path.empty() && request.path.front() == '/', "a path begins with a slash");
    for (auto const& segment : request.segments)
      jalon::fuzz::must(
          segment != ".." && segment.find('/') == segment.npos && segment.find('\0') == segment.npos,
          "no segment climbs");
    std::string body;
    auto const taken = read_body(header, received.substr(*end), step, limits, body);
    if (!taken) return;
    heard.requests += request.method + " " + request.path + "\n" + body + "\n";
    received.remove_prefix(*end + *taken);
  }
}

Heard heard_in_steps_of(std::string_view received, std::size_t step) {
  Heard heard;
  try {
    hear(received, step, heard);
  } catch (Refusal const& refusal) {
    heard.refusal = refusal.status();
    jalon::fuzz::must(refusal.status() >= 400 && refusal.status() < 500, "a refusal is the client's fault");
    refusal.response();
  }
  return heard;
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  auto const received = jalon::fuzz::text_of(bytes, size);
  auto const whole = heard_in_steps_of(received, std::max<std::size_t>(size, 1));
  jalon::fuzz::must(heard_in_steps_of(received, 1) == whole, "it does not matter how the network cuts");
  return 0;
}
