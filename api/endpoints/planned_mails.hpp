// What will leave to the staff in the coming days, to whom and why, if nobody does anything meanwhile; and
// the e-mails that wait already. The API and the command line show the same.
#pragma once
#include "engine/ports/reminder_register.hpp"
#include "engine/reminders/forecast.hpp"

namespace jalon::api {

struct PlannedMailSources {
  ReminderRegister& reminders;
  SettingsSource& settings;
  PolicyRegister& policies;
  Pathways const& pathways;
};

// {"items": days, "next": null, "urgent": […], "waiting": […]}: today while its digests are still to come,
// then `days` days, each {"day","open","why_closed","leaves_at","digests","unheard"}. Planned changes of the
// policy and the calendar count from their day. `urgent` are those of the same days, with the moment at which
// each leaves. Without `with_lines` there is nothing of a case in it, only how many lines.
Json planned_mails(PlannedMailSources const& sources, std::string const& establishment, int days,
                   bool with_lines);

}  // namespace jalon::api
