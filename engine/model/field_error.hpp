// What is wrong with a field, where, and in words its writer understands.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace jalon {

struct FieldError {
  std::string pointer;  // RFC 6901, e.g. /data/documents/0
  std::string code;     // required, unknown_field, type, empty, range, value, date, reference, …
  std::string message;  // French
  bool operator==(FieldError const&) const = default;
};
using FieldErrors = std::vector<FieldError>;

}  // namespace jalon
