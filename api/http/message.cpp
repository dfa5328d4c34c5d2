#include "api/http/message.hpp"

namespace jalon::http {

std::optional<std::string> Request::header(std::string_view lower_case_name) const {
  std::optional<std::string> joined;
  for (auto const& [name, value] : headers) {
    if (name != lower_case_name) continue;
    if (joined)
      *joined += (name == "cookie" ? "; " : ", ") + value;
    else
      joined = value;
  }
  return joined;
}

std::optional<std::string> Request::query_value(std::string_view wanted) const {
  for (auto const& [name, value] : query)
    if (name == wanted) return value;
  return std::nullopt;
}

}  // namespace jalon::http
