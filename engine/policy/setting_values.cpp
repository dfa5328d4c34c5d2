#include "engine/policy/setting_values.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/model/transmission_codes.hpp"
#include "engine/model/via_trajectoire_settings.hpp"
#include "engine/policy/retention_setting.hpp"
#include "engine/policy/second_factor_setting.hpp"
#include "engine/policy/session_settings.hpp"

namespace jalon {
namespace {

[[noreturn]] void refuse(std::string const& reason) {
  throw std::invalid_argument(reason);
}

void require_fields(Json const& value, std::vector<std::string> const& known, std::string const& what) {
  if (!value.is_object()) refuse(what + " : un objet est attendu.");
  for (auto const& [field, unused] : value.items())
    if (std::find(known.begin(), known.end(), field) == known.end())
      refuse(what + " : le champ « " + field + " » est inconnu.");
}

std::string read_text(Json const& value, char const* field, std::string const& what) {
  auto const found = value.find(field);
  if (found == value.end()) return "";
  if (!found->is_string()) refuse(what + " : « " + field + " » attend un texte.");
  return found->get<std::string>();
}

Closure read_closure(Json const& value) {
  std::string const what = "Une fermeture";
  require_fields(value, {"first", "last", "reason"}, what);
  auto const first = parse_date(read_text(value, "first", what));
  auto const last = parse_date(read_text(value, "last", what));
  if (!first || !last) refuse(what + " a un premier et un dernier jour (AAAA-MM-JJ).");
  return {*first, *last, read_text(value, "reason", what)};
}

HolidayRegion read_region(Json const& value, std::string const& what) {
  auto const text = read_text(value, "region", what);
  auto const region = text.empty() ? HolidayRegion::metropole : parse_region(text);
  if (!region) refuse(what + " : la région est « metropole » ou « alsace-moselle ».");
  return *region;
}

void read_code(Json const& value, char const* field, std::string_view status, std::string& code) {
  auto const text = read_text(value, field, "Les motifs");
  if (text.empty()) return;
  if (!is_reason_for(status, text))
    refuse(std::string("Les motifs : « ") + field + " » attend un code de TRE_R358 permis avec le statut " +
           std::string(status) + ".");
  code = text;
}

void read_time(Json const& value, char const* field, std::chrono::minutes& time) {
  auto const text = read_text(value, field, "Les rappels");
  if (text.empty()) return;
  auto const is_digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  bool const is_time = text.size() == 5 && is_digit(0) && is_digit(1) && text[2] == ':' && is_digit(3) &&
                       is_digit(4) && text[3] < '6';
  if (!is_time) refuse(std::string("Les rappels : « ") + field + " » attend une heure (HH:MM).");
  time = std::chrono::hours(std::stoi(text.substr(0, 2))) + std::chrono::minutes(std::stoi(text.substr(3)));
}

void check_signatories(Json const& value) {
  std::string const what = "Les signataires";
  if (!value.is_object()) refuse(what + " : un objet est attendu.");
  for (auto const& [name, signatory] : value.items()) {
    require_fields(signatory, {"name", "title"}, what);
    if (read_text(signatory, "name", what).find_first_not_of(' ') == std::string::npos)
      refuse(what + " : « " + name + " » attend un nom.");
    read_text(signatory, "title", what);
  }
}

std::optional<Period> read_period(Json const& term, char const* field, std::string const& what) {
  auto const text = read_text(term, field, what);
  if (text.empty()) return std::nullopt;
  auto const period = parse_period(text);
  if (!period) refuse(what + " : « " + field + " » attend une période, par exemple P15D, P1M ou P2W.");
  return period;
}

TermOverride read_term(std::string const& deadline, Json const& value) {
  std::string const what = "L'échéance « " + deadline + " »";
  require_fields(value, {"period", "roll", "after_reminder"}, what);
  TermOverride term{read_period(value, "period", what), {}, read_period(value, "after_reminder", what)};
  auto const roll = read_text(value, "roll", what);
  if (roll.empty()) return term;
  term.roll = parse_roll(roll);
  if (!term.roll)
    refuse(what + " : « roll » attend none, next_working_day, next_opening_day ou previous_opening_day.");
  return term;
}

std::set<std::string, std::less<>> read_names(Json const& list, char const* field) {
  std::string const what = std::string("La politique : « ") + field + " »";
  if (!list.is_array()) refuse(what + " attend une liste.");
  std::set<std::string, std::less<>> names;
  for (auto const& name : list) {
    if (!name.is_string()) refuse(what + " attend des textes.");
    names.insert(name.get<std::string>());
  }
  return names;
}

std::set<std::string, std::less<>> read_documents(Json const& list) {
  auto documents = read_names(list, "required_documents");
  if (documents.empty()) refuse("La politique : au moins une pièce est attendue.");
  return documents;
}

}  // namespace

OpeningCalendar read_calendar_setting(Json const& value) {
  std::string const what = "Le calendrier";
  require_fields(value, {"region", "closures"}, what);
  auto const closures = value.value("closures", Json::array());
  if (!closures.is_array()) refuse(what + " : « closures » attend une liste.");
  std::vector<Closure> read;
  for (auto const& closure : closures) read.push_back(read_closure(closure));
  return OpeningCalendar(read_region(value, what), std::move(read));
}

ReasonSettings read_reason_settings(Json const& value) {
  require_fields(value, {"renounced", "not_retained", "no_show", "transferred"}, "Les motifs");
  ReasonSettings reasons;
  read_code(value, "renounced", "45", reasons.renounced);
  read_code(value, "not_retained", "45", reasons.not_retained);
  read_code(value, "no_show", "45", reasons.no_show);
  read_code(value, "transferred", "51", reasons.transferred);
  return reasons;
}

Policy read_policy_setting(Json const& value) {
  std::string const what = "La politique";
  require_fields(value, {"deadlines", "required_documents", "group_size", "optional_letters"}, what);
  Policy policy;
  auto const deadlines = value.value("deadlines", Json::object());
  if (!deadlines.is_object()) refuse(what + " : « deadlines » attend un objet.");
  for (auto const& [deadline, term] : deadlines.items())
    policy.deadlines[deadline] = read_term(deadline, term);
  if (value.contains("required_documents"))
    policy.required_documents = read_documents(value["required_documents"]);
  if (value.contains("optional_letters"))
    policy.optional_letters = read_names(value["optional_letters"], "optional_letters");
  if (!value.contains("group_size")) return policy;
  auto const& size = value["group_size"];
  if (!size.is_number_integer() || size < 1 || size > 200)
    refuse(what + " : « group_size » attend un nombre de 1 à 200.");
  policy.group_size = size.get<int>();
  return policy;
}

ReminderHours read_reminder_setting(Json const& value) {
  require_fields(value, {"morning", "evening"}, "Les rappels");
  ReminderHours hours;
  read_time(value, "morning", hours.morning);
  read_time(value, "evening", hours.evening);
  if (hours.morning < std::chrono::hours(5) || hours.morning > std::chrono::hours(12))
    refuse("Les rappels : le matin va de 05:00 à 12:00.");
  if (hours.evening <= hours.morning || hours.evening > std::chrono::hours(21))
    refuse("Les rappels : le soir vient après le matin, et au plus tard à 21:00.");
  return hours;
}

void check_setting(std::string const& name, Json const& value) {
  Settings unused;
  if (is_read_by_decisions(name)) take_up(unused, name, value);
  if (name == "via_trajectoire") read_via_trajectoire_settings(value);
  if (name == "reminders") read_reminder_setting(value);
  if (name == "signatories") check_signatories(value);
  if (name == "sessions") read_session_settings(value);
  if (name == "second_factor") roles_with_second_factor(value);
  if (name == "retention") check_retention_setting(value);
}

bool is_read_by_decisions(std::string const& name) {
  return name == "calendar" || name == "reasons" || name == "policy";
}

void take_up(Settings& settings, std::string const& name, Json const& value) {
  Json const given = value.is_null() ? Json::object() : value;
  if (name == "calendar") settings.calendar = read_calendar_setting(given);
  if (name == "reasons") settings.reasons = read_reason_settings(given);
  if (name == "policy") settings.policy = read_policy_setting(given);
}

}  // namespace jalon
