#include "engine/dispatcher/morning_digests.hpp"

#include "engine/ports/establishment_scope.hpp"
#include "engine/reminders/urgent.hpp"

namespace jalon {

void MorningDigests::open_all() {
  for (auto const& establishment : registers_.establishments()) {
    EstablishmentScope const scope(establishment);
    auto const state = reminders_.morning_state(establishment);
    auto const settings = settings_.settings(establishment, state.settings_revision);
    open_morning(establishment, state, *settings);
    open_urgent(establishment, state, *settings);
  }
}

void MorningDigests::open_morning(std::string const& establishment, MorningState const& state,
                                  Settings const& settings) {
  auto const today = paris_date(state.now);
  bool const is_time =
      settings.calendar.is_opening_day(today) && state.now >= instant_of(today, state.hours.morning);
  if (!is_time || (state.last_opened && *state.last_opened >= today)) return;
  auto facts = reminders_.facts(establishment, today, sunday_of(today));
  Json details = Json::array();
  Forecast forecast(pathways_, {{today, settings, {}}}, state, std::move(facts));
  for (auto const& digest : forecast.on(today).digests)
    details.push_back(details_of(digest, today, public_url_));
  reminders_.open_morning(establishment, today, details);
}

void MorningDigests::open_urgent(std::string const& establishment, MorningState const& state,
                                 Settings const& settings) {
  if (leaves_at(state.now, state.hours, settings.calendar) > state.now) return;
  auto const messages = reminders_.troubled_messages(establishment);
  if (messages.empty()) return;
  auto const today = paris_date(state.now);
  auto const roster = reminders_.roster(establishment, today);
  Json details = Json::array();
  for (auto const& mail :
       urgent_mails(pathways_.reminders, messages, Team(roster.staff, roster.absences), today))
    details.push_back(details_of(mail, public_url_));
  if (!details.empty()) reminders_.add_urgent(establishment, details);
}

std::optional<Instant> MorningDigests::next_morning() {
  std::optional<Instant> next;
  for (auto const& establishment : registers_.establishments()) {
    EstablishmentScope const scope(establishment);
    auto const state = reminders_.morning_state(establishment);
    auto const& calendar = settings_.settings(establishment, state.settings_revision)->calendar;
    auto const today = paris_date(state.now);
    auto at = instant_of(calendar.next_opening_day(today), state.hours.morning);
    if (at <= state.now) at = instant_of(calendar.next_opening_day(plus_days(today, 1)), state.hours.morning);
    if (!next || at < *next) next = at;
  }
  return next;
}

}  // namespace jalon
