#include "api/pages/case_filters.hpp"

#include <algorithm>
#include <array>

#include "api/endpoints/case_lists.hpp"
#include "api/pages/encoding.hpp"

namespace jalon::pages {

namespace {

struct Name {
  char const *in_address, *in_api;
};
constexpr std::array names{Name{"etat", "state"},     Name{"clos", "closed"}, Name{"role", "role"},
                           Name{"retard", "overdue"}, Name{"mdph", "mdph"},   Name{"session", "session"},
                           Name{"piece", "missing"},  Name{"tri", "order"}};

constexpr std::array words{Name{"oui", "true"}, Name{"non", "false"}, Name{"echeance", "due"},
                           Name{"nom", "name"}};

bool has_words(std::string const& name) {
  return name == "closed" || name == "overdue" || name == "order";
}

std::string to_api(std::string const& name, std::string const& text) {
  for (auto const& word : words)
    if (has_words(name) && text == word.in_address) return word.in_api;
  return text;
}

std::string to_address(std::string const& name, std::string const& text) {
  for (auto const& word : words)
    if (has_words(name) && text == word.in_api) return word.in_address;
  return text;
}

CaseFilter read(std::map<std::string, std::string> const& values) {
  return api::case_filter_of([&](std::string_view name) -> std::optional<std::string> {
    auto const found = values.find(std::string(name));
    return found == values.end() ? std::nullopt : std::optional(found->second);
  });
}

bool is_sound(std::string const& name, std::string const& value) {
  try {
    read({{name, value}});
    return true;
  } catch (api::ApiProblem const&) {
    return false;
  }
}

}  // namespace

CaseFilters::CaseFilters(Visit const& visit) {
  read_address([&](char const* name) { return visit.query(name); });
}

CaseFilters::CaseFilters(Form const& form) {
  read_address([&](char const* name) { return form.text(name); });
}

CaseFilters::CaseFilters(Json const& saved) {
  for (auto const& [name, value] : saved.items())
    if (value.is_string()) take(name, value);
}

void CaseFilters::read_address(std::function<std::string(char const*)> const& value_of) {
  for (auto const& name : names) take(name.in_api, to_api(name.in_api, value_of(name.in_address)));
}

void CaseFilters::take(std::string const& name, std::string const& value) {
  if (!value.empty() && is_sound(name, value)) values_[name] = value;
}

std::string CaseFilters::text(std::string const& name) const {
  auto const found = values_.find(name);
  return found == values_.end() ? "" : found->second;
}

CaseFilters CaseFilters::with(std::string const& name, std::string const& value) const {
  auto other = *this;
  other.values_[name] = value;
  return other;
}

CaseFilters CaseFilters::without(std::string const& name) const {
  auto other = *this;
  other.values_.erase(name);
  return other;
}

CaseFilter CaseFilters::filter() const {
  return read(values_);
}

Json CaseFilters::json() const {
  Json json = Json::object();
  for (auto const& [name, value] : values_) json[name] = value;
  return json;
}

std::string CaseFilters::address(std::string const& page, std::string const& cursor) const {
  std::string query;
  auto const add = [&](std::string const& name, std::string const& value) {
    if (!value.empty()) query += (query.empty() ? "?" : "&") + name + "=" + percent_encoded(value);
  };
  for (auto const& name : names) add(name.in_address, to_address(name.in_api, text(name.in_api)));
  add("suite", cursor);
  return page + query;
}

std::string CaseFilters::api_query() const {
  std::string query;
  for (auto const& [name, value] : values_)
    query += (query.empty() ? "?" : "&") + name + "=" + percent_encoded(value);
  return query;
}

Json CaseFilters::hidden_fields(std::string const& but_not) const {
  Json fields = Json::array();
  for (auto const& name : names)
    if (auto const value = text(name.in_api);
        !value.empty() && but_not.find(name.in_api) == std::string::npos)
      fields.push_back({{"name", name.in_address}, {"value", to_address(name.in_api, value)}});
  return fields;
}

}  // namespace jalon::pages
