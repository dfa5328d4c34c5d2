// What the reminders to the staff are made of: read at once, and the rest is computed (forecast.hpp).
// To the person nothing is sent by itself: the letters of the pathway leave when somebody records an event
// (« send_reminder »), and only then.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "engine/calendar/instant.hpp"
#include "engine/model/role.hpp"
#include "engine/model/snapshot.hpp"

namespace jalon {

// An account that is not disabled. Who has no address gets no e-mail and works from the lists.
struct StaffMember {
  std::string login, name, email;
  RoleSet roles;
};

// A pause: from the first to the last day no e-mail leaves to this person.
struct Absence {
  std::string login;
  Date from, until;
  std::optional<std::string> substitute;  // a login
};

// The working day in which e-mails to the staff may leave, in minutes after midnight in Paris: the digest at
// `morning`, what is urgent until `evening`. An establishment's setting « reminders ».
struct ReminderHours {
  std::chrono::minutes morning{7 * 60 + 30}, evening{18 * 60};
};

// A message to the person that did not arrive, or of which nobody knows.
struct TroubledMessage {
  std::string id, case_id, reference, workflow, template_name;
  std::string trouble;            // « refused », « in_doubt », « returned »
  Json data = Json::object();     // of the case
  std::vector<std::string> told;  // logins that have had an e-mail about it
};

// Where an establishment stands on its way through the mornings.
struct MorningState {
  Instant now;
  int settings_revision = 0;
  ReminderHours hours;
  std::optional<Date> last_opened;  // the last day whose digests were written
};

// Who works here, and who is away.
struct Roster {
  std::vector<StaffMember> staff;
  std::vector<Absence> absences;  // those not ended before their time
};

struct ReminderFacts : Roster {
  std::vector<Snapshot> cases;  // with a deadline or a dated task until the day asked for
};

// One of the deadlines of a case.
struct CaseDeadline {
  Snapshot snapshot;
  DeadlineRecord deadline;
};

// The instant of that time of day. On the two Sundays when the hour changes it is an hour off: no reminder
// leaves on a Sunday.
inline Instant instant_of(Date day, std::chrono::minutes after_midnight) {
  return paris_midnight(day) + after_midnight;
}

}  // namespace jalon
