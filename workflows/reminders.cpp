#include "workflows/reminders.hpp"

namespace jalon {

namespace {

std::optional<std::string> text_of(Json const& json, char const* field) {
  auto const found = json.is_object() ? json.find(field) : json.end();
  if (found == json.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

// Somebody who has entered is no longer expected.
std::optional<Date> entry_day_of_seat(Json const& data) {
  auto const seat = data.find("seat");
  if (seat == data.end() || text_of(data, "entered_on")) return std::nullopt;
  auto const day = text_of(*seat, "entry_on");
  return day ? parse_date(*day) : std::nullopt;
}

std::optional<std::string> referent_of(Json const& data, Role owner) {
  return owner == Role::referent ? text_of(data, "referent") : std::nullopt;
}

}  // namespace

std::vector<PathwayReminders> const& all_pathway_reminders() {
  static std::vector<PathwayReminders> const all{{"preorientation",
                                                  {"dates_letter", "pre_reception", "convocation"},
                                                  {"entry_dates", "convocation"},
                                                  entry_day_of_seat,
                                                  referent_of}};
  return all;
}

}  // namespace jalon
