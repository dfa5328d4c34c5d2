#include "api/import/department.hpp"

#include "engine/model/case_file.hpp"

namespace jalon::csv {

std::optional<std::string> parse_department(std::string_view text) {
  std::string code{text};
  if (code.size() == 1) code.insert(code.begin(), '0');
  if (code == "2a" || code == "2b") code.back() = code.back() == 'a' ? 'A' : 'B';
  if (is_department(code)) return code;
  return std::nullopt;
}

}  // namespace jalon::csv
