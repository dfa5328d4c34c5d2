#include "api/pages/form.hpp"

#include <algorithm>

#include "api/endpoints/api_problem.hpp"
#include "engine/text/utf8.hpp"

namespace jalon::pages {

namespace {

constexpr std::size_t most_fields = 1000;

[[noreturn]] void refuse() {
  throw api::ApiProblem{api::ProblemName::malformed, "Ce formulaire n’a pas pu être lu."};
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  refuse();
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      out += ' ';
    } else if (text[i] == '%') {
      if (i + 2 >= text.size()) refuse();
      out += char(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  if (!utf8::is_valid(out) || out.find('\0') != std::string::npos) refuse();
  return out;
}

std::string trimmed(std::string const& text) {
  auto const first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

Form::Form(std::string_view body) {
  for (std::size_t from = 0; from < body.size();) {
    auto const to = std::min(body.find('&', from), body.size());
    auto const pair = body.substr(from, to - from);
    auto const equals = std::min(pair.find('='), pair.size());
    auto const value = equals < pair.size() ? pair.substr(equals + 1) : std::string_view();
    if (!pair.empty()) fields_.emplace_back(decoded(pair.substr(0, equals)), trimmed(decoded(value)));
    if (fields_.size() > most_fields) refuse();
    from = to + 1;
  }
}

std::string Form::text(std::string_view name) const {
  for (auto const& [field, value] : fields_)
    if (field == name) return value;
  return "";
}

std::vector<std::string> Form::texts(std::string_view name) const {
  std::vector<std::string> all;
  for (auto const& [field, value] : fields_)
    if (field == name) all.push_back(value);
  return all;
}

Form Form::part(std::string_view of) const {
  auto const ending = "." + std::string(of);
  std::vector<std::pair<std::string, std::string>> fields;
  for (auto const& [name, value] : fields_)
    if (name.ends_with(ending)) fields.emplace_back(name.substr(0, name.size() - ending.size()), value);
  return Form(std::move(fields));
}

}  // namespace jalon::pages
