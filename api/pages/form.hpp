// What a page's form sends: application/x-www-form-urlencoded, as browsers write it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jalon::pages {

class Form {
 public:
  Form() = default;
  // Throws ApiProblem malformed when it is not UTF-8, holds U+0000 or a broken percent-encoding, or has more
  // than a thousand fields. White space around a value is dropped.
  explicit Form(std::string_view body);
  explicit Form(std::vector<std::pair<std::string, std::string>> fields) : fields_(std::move(fields)) {}

  std::string text(std::string_view name) const;                // empty when it is not there
  std::vector<std::string> texts(std::string_view name) const;  // all of that name
  std::vector<std::pair<std::string, std::string>> const& fields() const { return fields_; }
  // The fields of one of several things on a page: « outcome.2026-0012 » as « outcome ».
  Form part(std::string_view of) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

}  // namespace jalon::pages
