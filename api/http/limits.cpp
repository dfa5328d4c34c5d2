#include "api/http/limits.hpp"

#include <algorithm>

namespace jalon::http {

std::uint64_t Limits::body_bytes_for(std::string_view path) const {
  bool larger =
      std::find(larger_body_paths.begin(), larger_body_paths.end(), path) != larger_body_paths.end();
  return larger ? larger_body_bytes : body_bytes;
}

}  // namespace jalon::http
