#include "api/pages/french_time.hpp"

#include <array>

namespace jalon::pages {

namespace {

constexpr std::array weekdays{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};
constexpr std::array months{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                            "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

std::string in_days(int days) {
  return std::to_string(days) + (days == 1 ? " jour" : " jours");
}

}  // namespace

std::string relative(Date due, Date today) {
  int const days = days_between(today, due);
  if (days < 0) return "en retard de " + in_days(-days);
  if (days == 0) return "aujourd’hui";
  return days == 1 ? "demain" : "dans " + in_days(days);
}

std::string long_french(Date date) {
  auto const day = unsigned(date.day());
  auto const weekday = std::size_t(days_between(monday_of(date), date));
  return std::string(weekdays.at(weekday)) + " " + (day == 1 ? "1er" : std::to_string(day)) + " " +
         months.at(unsigned(date.month()) - 1) + " " + std::to_string(int(date.year()));
}

std::string month_name(std::chrono::month month) {
  return months.at(unsigned(month) - 1);
}

std::string french_day(Json const& instant) {
  return french_moment(instant).substr(0, std::string_view("02/03/2026").size());
}

std::string french_moment(Json const& instant) {
  if (!instant.is_string()) return "";
  auto const text = instant.get<std::string>();
  auto const day = text.size() < 16 ? std::nullopt : parse_date(text.substr(0, 10));
  return day ? french(*day) + " à " + text.substr(11, 5) : text;
}

}  // namespace jalon::pages
