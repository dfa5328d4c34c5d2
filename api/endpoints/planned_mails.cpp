#include "api/endpoints/planned_mails.hpp"

#include "engine/reminders/urgent.hpp"

namespace jalon::api {

namespace {

Json text_or_null(std::string const& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json item_json(WorkItem const& item) {
  return {{"case", item.case_id},
          {"reference", item.reference},
          {"label", item.label},
          {"due", to_string(item.due)},
          {"owner", name_of(item.owner)}};
}

void add_lines(Json& lines, std::vector<DigestLine> const& section, char const* name) {
  for (auto const& line : section) {
    auto json = item_json(line.item);
    json["section"] = name;
    json["because"] = name_of(line.because);
    json["instead_of"] = text_or_null(line.instead_of);
    lines.push_back(std::move(json));
  }
}

Json digest_json(Digest const& digest, bool with_lines) {
  Json json{{"login", digest.login},
            {"name", digest.name},
            {"late", digest.late.size()},
            {"this_week", digest.this_week.size()}};
  if (!with_lines) return json;
  json["lines"] = Json::array();
  add_lines(json["lines"], digest.late, "late");
  add_lines(json["lines"], digest.this_week, "this_week");
  return json;
}

Json day_json(DayOfDigests const& day, OpeningCalendar const& calendar, ReminderHours const& hours,
              bool with_lines) {
  bool const open = calendar.is_opening_day(day.day);
  auto const why = calendar.why_closed(day.day);
  Json json{{"day", to_string(day.day)},
            {"open", open},
            {"why_closed", why ? Json(*why) : Json(nullptr)},
            {"leaves_at", open ? Json(to_string(instant_of(day.day, hours.morning))) : Json(nullptr)},
            {"digests", Json::array()}};
  for (auto const& digest : day.digests) json["digests"].push_back(digest_json(digest, with_lines));
  if (!with_lines) return json;
  json["unheard"] = Json::array();
  for (auto const& item : day.unheard) json["unheard"].push_back(item_json(item));
  return json;
}

Json urgent_json(UrgentMail const& mail, Instant leaves) {
  return {{"login", mail.login},
          {"name", mail.name},
          {"case", mail.message.case_id},
          {"reference", mail.message.reference},
          {"message", mail.message.template_name},
          {"trouble", mail.message.trouble},
          {"entry_on", to_string(mail.entry_on)},
          {"because", name_of(mail.because)},
          {"instead_of", text_or_null(mail.instead_of)},
          {"leaves_at", to_string(leaves)}};
}

// Nothing of a case for those who see none.
Json without_cases(Json waiting) {
  for (auto& mail : waiting) mail["case"] = nullptr, mail["reference"] = nullptr;
  return waiting;
}

}  // namespace

Json planned_mails(ReminderRegister& reminders, SettingsSource& settings_source, Pathways const& pathways,
                   std::string const& establishment, int days, bool with_lines) {
  auto const state = reminders.morning_state(establishment);
  auto const settings = settings_source.settings(establishment, state.settings_revision);
  auto const today = paris_date(state.now), last = plus_days(today, days);
  auto const facts = reminders.facts(establishment, today, sunday_of(last));
  Forecast forecast(pathways, *settings, state, facts);
  bool const today_is_done = state.last_opened && *state.last_opened >= today;
  Json items = Json::array();
  for (auto day = plus_days(today, today_is_done ? 1 : 0); day <= last; day = plus_days(day, 1))
    items.push_back(day_json(forecast.on(day), settings->calendar, state.hours, with_lines));
  auto const leaves = leaves_at(state.now, state.hours, settings->calendar);
  Json urgent = Json::array();
  for (auto const& mail : urgent_mails(pathways.reminders, reminders.troubled_messages(establishment),
                                       Team(facts.staff, facts.absences), paris_date(leaves)))
    if (with_lines) urgent.push_back(urgent_json(mail, leaves));
  auto waiting = reminders.waiting_emails(establishment);
  return {{"items", std::move(items)},
          {"next", nullptr},
          {"urgent", std::move(urgent)},
          {"waiting", with_lines ? std::move(waiting) : without_cases(std::move(waiting))}};
}

}  // namespace jalon::api
