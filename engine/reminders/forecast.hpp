// The digests of one morning after the other, from what is known now: the preview asks for many mornings, the
// sender for today's. It is the same code, so that what the preview says is what is then sent, as long as
// nobody does anything meanwhile. What happens without anybody, it lets happen: deadlines pass, the next
// occurrence begins, the twelve months end, a planned change of the policy takes effect with its day.
#pragma once
#include "engine/policy/settings_to_come.hpp"
#include "engine/reminders/digest.hpp"
#include "engine/reminders/pathways.hpp"

namespace jalon {

class Forecast {
 public:
  // `settings`: the present ones, then those to come.
  Forecast(Pathways const& pathways, std::vector<SettingsFrom> settings, MorningState const& state,
           ReminderFacts facts);

  // Ask for the days in their order. Nothing leaves on a weekend, a holiday or in a closure: the next opening
  // day's digest holds it all.
  DayOfDigests on(Date day);

  // As it will be in force on that day.
  OpeningCalendar const& calendar_on(Date day) const;

 private:
  // A case on its way through the days, and under which of the settings it has arrived.
  struct Living {
    Snapshot snapshot;
    std::size_t under = 0;
  };

  std::vector<WorkItem> work_of_case(Living& living, Date day) const;
  void live_until(Definition const& definition, Living& living, Instant until) const;
  void take_up_next(Definition const& definition, Living& living) const;
  void let_pass(Definition const& definition, Living& living, Instant until) const;
  std::optional<Snapshot> after_the_first(Definition const& definition, Living const& living,
                                          Instant until) const;

  Pathways const& pathways_;
  std::vector<SettingsFrom> settings_;
  MorningState const& state_;
  Roster roster_;
  std::vector<Living> cases_;
};

}  // namespace jalon
