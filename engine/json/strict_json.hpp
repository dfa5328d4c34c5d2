#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/json/json.hpp"

namespace jalon {

/** How many objects and arrays may stand inside each other. */
inline constexpr std::size_t json_depth_limit = 32;

/** A text that `parse_json` refuses. `what()` is French, fit to be shown, and repeats nothing of the text. */
class MalformedJson : public std::runtime_error {
 public:
  MalformedJson(std::string const& reason, std::size_t offset_bytes);

  /** Where the reading stopped, in bytes from the beginning of the text. */
  std::size_t offset() const { return offset_bytes_; }

 private:
  std::size_t offset_bytes_;
};

/**
 * Reads one JSON document that came from outside, and is stricter than RFC 8259 where leniency would hurt
 * later:
 *
 * - depth above `json_depth_limit`: copying and dumping a deep value overflows the stack;
 * - a key twice in one object: two readers would see two different documents;
 * - U+0000 in a string or a key: PostgreSQL's `jsonb` refuses it;
 * - an integer that does not fit in 64 signed bits, a number that overflows to infinity;
 * - invalid UTF-8, lone surrogates, a NUL byte, comments, text after the document.
 *
 * A byte order mark at the beginning is ignored, as RFC 8259 (8.1) allows.
 * Throws MalformedJson.
 */
Json parse_json(std::string_view text);

}  // namespace jalon
