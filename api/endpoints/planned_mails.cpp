#include "api/endpoints/planned_mails.hpp"

#include <algorithm>

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

bool counts_anew(std::vector<SettingsFrom> const& settings) {
  return std::any_of(settings.begin(), settings.end(),
                     [](SettingsFrom const& from) { return !from.restarted.empty(); });
}

// What is counted anew may fall due earlier: then every case is looked at, not only those due as things
// stand.
ReminderFacts facts_until(PlannedMailSources const& sources, std::string const& establishment, Date today,
                          Date last, std::vector<SettingsFrom> const& settings) {
  auto facts = sources.reminders.facts(establishment, today, sunday_of(last));
  if (!counts_anew(settings)) return facts;
  facts.cases.clear();
  each_live_case(sources.policies, establishment,
                 [&](Snapshot const& snapshot) { facts.cases.push_back(snapshot); });
  return facts;
}

// A colleague is told of a message once, on the first day on which it is urgent.
Json urgent_until(std::vector<PathwayReminders> const& pathways, std::vector<TroubledMessage> messages,
                  Team const& team, MorningState const& state, Forecast const& forecast, Date last) {
  Json urgent = Json::array();
  auto const today = paris_date(state.now);
  for (auto day = today; day <= last; day = plus_days(day, 1)) {
    auto const from = std::max(state.now, paris_midnight(day));
    auto const leaves = leaves_at(from, state.hours, forecast.calendar_on(day));
    if (paris_date(leaves) != day) continue;
    for (auto const& mail : urgent_mails(pathways, messages, team, day)) {
      urgent.push_back(urgent_json(mail, leaves));
      for (auto& message : messages)
        if (message.id == mail.message.id) message.told.push_back(mail.login);
    }
  }
  return urgent;
}

Json days_until(Forecast& forecast, MorningState const& state, Date last, bool with_lines) {
  auto const today = paris_date(state.now);
  bool const today_is_done = state.last_opened && *state.last_opened >= today;
  Json items = Json::array();
  for (auto day = plus_days(today, today_is_done ? 1 : 0); day <= last; day = plus_days(day, 1))
    items.push_back(day_json(forecast.on(day), forecast.calendar_on(day), state.hours, with_lines));
  return items;
}

}  // namespace

Json planned_mails(PlannedMailSources const& sources, std::string const& establishment, int days,
                   bool with_lines) {
  auto const state = sources.reminders.morning_state(establishment);
  auto const present = sources.settings.settings(establishment, state.settings_revision);
  auto const today = paris_date(state.now), last = plus_days(today, days);
  auto const settings =
      settings_to_come(sources.policies, establishment, *present, today, last, sources.pathways.definitions);
  auto const facts = facts_until(sources, establishment, today, last, settings);
  Forecast forecast(sources.pathways, settings, state, facts);
  auto items = days_until(forecast, state, last, with_lines);
  Json urgent = Json::array();
  if (with_lines)
    urgent = urgent_until(sources.pathways.reminders, sources.reminders.troubled_messages(establishment),
                          Team(facts.staff, facts.absences), state, forecast, last);
  auto waiting = sources.reminders.waiting_emails(establishment);
  return {{"items", std::move(items)},
          {"next", nullptr},
          {"urgent", std::move(urgent)},
          {"waiting", with_lines ? std::move(waiting) : without_cases(std::move(waiting))}};
}

}  // namespace jalon::api
