#include "adapters/letters/template_data.hpp"

#include <array>
#include <boost/regex.hpp>

#include "engine/calendar/date.hpp"
#include "engine/model/serafin_needs.hpp"

namespace jalon::letters {

namespace {

constexpr std::array<char const*, 12> months = {"janvier",   "février", "mars",     "avril",
                                                "mai",       "juin",    "juillet",  "août",
                                                "septembre", "octobre", "novembre", "décembre"};

// « jeudi », of a text that is a date.
void set_weekday(MustacheData& data, std::string const& key, Json const& value) {
  auto const date = value.is_string() ? parse_date(value.get_ref<std::string const&>()) : std::nullopt;
  if (date) data.set(key + "_weekday", MustacheData{french_weekday(*date)});
}

MustacheData from_text(std::string const& key, std::string const& text) {
  if (text.empty()) return MustacheData{false};
  return MustacheData{key == "address" ? in_lines(text) : with_french_date(text)};
}

// A code of ours (« not_retained »): what a template asks for by name.
bool is_code(Json const& value) {
  static boost::regex const code{"[a-z][a-z0-9_]*"};
  return value.is_string() && boost::regex_match(value.get_ref<std::string const&>(), code);
}

void set_flags(MustacheData& data, std::string const& key, Json const& value) {
  if (value.is_array())
    for (auto const& item : value) set_flags(data, key, item.is_array() ? Json() : item);
  else if (is_code(value))
    data.set(key + "_" + value.get<std::string>(), MustacheData{true});
}

MustacheData need(Json const& code) {
  MustacheData data{MustacheData::type::object};
  auto const text = code.is_string() ? code.get<std::string>() : "";
  data.set("code", MustacheData{text});
  auto const label = label_of_need(text);
  data.set("label", label.empty() ? MustacheData{false} : MustacheData{std::string(label)});
  return data;
}

MustacheData from_value(std::string const& key, Json const& value) {
  if (value.is_null()) return MustacheData{false};
  if (value.is_boolean()) return MustacheData{value.get<bool>()};
  if (value.is_string()) return from_text(key, value.get_ref<std::string const&>());
  if (value.is_object()) return template_data(value);
  if (!value.is_array()) return MustacheData{value.dump()};
  MustacheData list{MustacheData::type::list};
  for (auto const& item : value) list << (key == "needs" ? need(item) : from_value("", item));
  return list;
}

}  // namespace

MustacheData template_data(Json const& json) {
  MustacheData data{MustacheData::type::object};
  for (auto const& [key, value] : json.items()) {
    data.set(key, from_value(key, value));
    set_flags(data, key, value);
    set_weekday(data, key, value);
    if (!value.is_array()) continue;
    data.set(key + "_count",
             value.empty() ? MustacheData{false} : MustacheData{std::to_string(value.size())});
    data.set(key + "_many", MustacheData{value.size() > 1});
  }
  return data;
}

std::string with_french_date(std::string const& text) {
  auto const date = parse_date(text);
  if (!date) return text;
  auto const day = static_cast<unsigned>(date->day());
  return (day == 1 ? std::string{"1er"} : std::to_string(day)) + "\u00A0" +
         months.at(static_cast<unsigned>(date->month()) - 1) + " " +
         std::to_string(static_cast<int>(date->year()));
}

std::string in_lines(std::string const& address) {
  static boost::regex const comma_before_postal_code{R"(\s*,\s*(?=\d{5}\s))"};
  return boost::regex_replace(address, comma_before_postal_code, "\n");
}

}  // namespace jalon::letters
