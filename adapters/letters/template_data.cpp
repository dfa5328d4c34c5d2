#include "adapters/letters/template_data.hpp"

#include <array>
#include <boost/regex.hpp>

#include "engine/calendar/date.hpp"

namespace jalon::letters {

namespace {

constexpr std::array<char const*, 12> months = {"janvier",   "février", "mars",     "avril",
                                                "mai",       "juin",    "juillet",  "août",
                                                "septembre", "octobre", "novembre", "décembre"};

MustacheData from_text(std::string const& key, std::string const& text) {
  if (text.empty()) return MustacheData{false};
  return MustacheData{key == "address" ? in_lines(text) : with_french_date(text)};
}

MustacheData from_value(std::string const& key, Json const& value) {
  if (value.is_null()) return MustacheData{false};
  if (value.is_boolean()) return MustacheData{value.get<bool>()};
  if (value.is_string()) return from_text(key, value.get_ref<std::string const&>());
  if (value.is_object()) return template_data(value);
  if (!value.is_array()) return MustacheData{value.dump()};
  MustacheData list{MustacheData::type::list};
  for (auto const& item : value) list << from_value("", item);
  return list;
}

}  // namespace

MustacheData template_data(Json const& json) {
  MustacheData data{MustacheData::type::object};
  for (auto const& [key, value] : json.items()) {
    data.set(key, from_value(key, value));
    if (!value.is_array()) continue;
    data.set(key + "_count", MustacheData{std::to_string(value.size())});
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
