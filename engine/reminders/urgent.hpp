// What the staff is told at once, and not with the next morning's digest. One rule, `is_urgent`, and the
// shortest list that makes sense: what tells the person of the day of entry (convocation, letter of dates)
// was refused, came back or may be lost, and the entry is at most `urgent_days` away. Then the person may
// stand before a closed door, or never come, and somebody has to telephone. Everything else can wait for the
// morning: a missed deadline does not get worse within a day.
//
// Such an e-mail leaves between the hours set for it, on opening days, once for each message and person;
// never when the day of entry has passed.
#pragma once
#include "engine/calendar/opening_calendar.hpp"
#include "engine/reminders/pathway_reminders.hpp"
#include "engine/reminders/team.hpp"

namespace jalon {

constexpr int urgent_days = 15;

bool is_urgent(PathwayReminders const& pathway, TroubledMessage const& message, Date day);

struct UrgentMail {
  std::string login, name;
  TroubledMessage message;
  Date entry_on;
  Because because = Because::role;
  std::string instead_of, instead_of_name;
};

// Those that are still to be told on that day: assistants and coordinators, or who stands in for them.
std::vector<UrgentMail> urgent_mails(std::vector<PathwayReminders> const& pathways,
                                     std::vector<TroubledMessage> const& messages, Team const& team,
                                     Date day);

// When an urgent e-mail that is wanted at `now` may leave: at once, or on the morning of the next opening
// day.
Instant leaves_at(Instant now, ReminderHours const& hours, OpeningCalendar const& calendar);

// What the template « staff_urgent » is filled with.
Json details_of(UrgentMail const& mail, std::string const& public_url);

}  // namespace jalon
