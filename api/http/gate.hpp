#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "api/http/limits.hpp"

namespace jalon::http {

/** A request's header as the gate has understood it. The views point into the bytes that were examined. */
struct Head {
  std::string_view method;
  std::string_view target;
  bool is_http_1_1 = true;
  std::vector<std::pair<std::string_view, std::string_view>> fields;  // values without the spaces around them
  std::optional<std::uint64_t> content_length;
  bool is_chunked = false;
  bool keeps_alive = true;
  bool expects_continue = false;

  std::string_view path() const { return target.substr(0, target.find('?')); }
  bool has_body() const { return is_chunked || content_length.value_or(0) > 0; }
};

/**
 * Where the header ends: the number of bytes up to and with the empty line, nothing if it has not come yet.
 * `scanned_bytes` of the beginning were looked at before. Throws Refusal at a line feed without carriage
 * return.
 */
std::optional<std::size_t> header_end(std::string_view received, std::size_t scanned_bytes);

/** Throws the Refusal (414 or 431) of a header that has outgrown the limits, whole or not. */
[[noreturn]] void refuse_oversized(std::string_view received, Limits const& limits);

/**
 * Examines the raw bytes of a header, up to and with the empty line, before any other parser sees them.
 *
 * Boost.Beast 1.81 accepts much that another server in front may frame differently, which is what request
 * smuggling lives on. Whatever RFC 9112 leaves to the receiver's kindness is therefore refused here: folded
 * lines, a length beside a transfer coding or given twice, any coding but `chunked`, chunks in HTTP/1.0, no
 * host or two, a target that is not `/…` in plain ASCII, a method that is not in capitals, TRACE and CONNECT,
 * control characters.
 *
 * Throws Refusal: 400, or 414, 417, 431. What the target decodes to is `parse_target`'s affair; whether the
 * body is too large, the connection's, because others are turned away first.
 */
Head examine(std::string_view header, Limits const& limits);

}  // namespace jalon::http
