// The digests of one morning after the other, from what is known now: the preview asks for many mornings, the
// sender for today's. It is the same code, so that what the preview says is what is then sent, as long as
// nobody does anything meanwhile. What happens without anybody, it lets happen: deadlines pass, the next
// occurrence begins, the twelve months end.
#pragma once
#include "engine/ports/settings.hpp"
#include "engine/reminders/digest.hpp"

namespace jalon {

// The pathways and what reminders know of them: both outlive whoever holds this.
struct Pathways {
  std::vector<Definition> const& definitions;
  std::vector<PathwayReminders> const& reminders;
};

class Forecast {
 public:
  Forecast(Pathways const& pathways, Settings const& settings, MorningState const& state, ReminderFacts facts)
      : pathways_(pathways), settings_(settings), state_(state), facts_(std::move(facts)) {}

  // Ask for the days in their order. Nothing leaves on a weekend, a holiday or in a closure: the next opening
  // day's digest holds it all.
  DayOfDigests on(Date day);

 private:
  std::vector<WorkItem> work_of_case(Snapshot& snapshot, Date day) const;
  void let_pass(Definition const& definition, Snapshot& snapshot, Instant until) const;
  std::optional<Snapshot> after_the_first(Definition const& definition, Snapshot const& snapshot,
                                          Instant until) const;

  Pathways const& pathways_;
  Settings const& settings_;
  MorningState const& state_;
  ReminderFacts facts_;
};

}  // namespace jalon
