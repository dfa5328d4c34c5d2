#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jalon::http {

/** The address of a request, taken apart. */
struct Target {
  std::string path;  // as sent
  std::vector<std::string> segments;
  std::vector<std::pair<std::string, std::string>> query;
};

/**
 * Reads the target of a request in origin form (`/path?query`, RFC 9112 3.2.1).
 * Throws Refusal (400) for any other form, for what RFC 3986 does not allow, for a percent-encoding that is
 * broken or that does not decode to UTF-8, and for whatever another server on the way might read differently:
 * dot segments, an encoded slash or backslash, control characters in the path, U+0000 anywhere.
 */
Target parse_target(std::string_view target);

}  // namespace jalon::http
