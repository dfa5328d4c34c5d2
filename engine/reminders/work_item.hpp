// What a morning's e-mail has one line for.
//
// The rule of what is still asked for, `work_of`:
// - Nothing of a suspended case, and no deadline of a closed one; a closed case may still have something to
// report.
// - A missed deadline whose task somebody has marked as done is not asked for again; it stays in `GET
// /overdue`.
// - What prepares an entry is pointless once the day of entry has passed: nobody is asked to send a
// convocation
//   too late. What is then to be done is another thing and the coordinator's: to find another session or to
//   close. Her line says so, so that the case is not forgotten.
#pragma once
#include "engine/model/definition.hpp"
#include "engine/reminders/pathway_reminders.hpp"

namespace jalon {

struct WorkItem {
  std::string case_id, reference, label;  // label: French, no name and nothing of the person
  Date due;
  Role owner{};
  std::optional<std::string> login;  // of the one colleague it is for
  bool operator==(WorkItem const&) const = default;
};

// By due date, then as they stand in the case.
std::vector<WorkItem> work_of(Definition const& definition, PathwayReminders const& pathway,
                              Snapshot const& snapshot, Date day);

// What one deadline of the case asks for; nothing when it asks no more.
std::optional<WorkItem> work_of_deadline(Definition const& definition, PathwayReminders const& pathway,
                                         Snapshot const& snapshot, DeadlineRecord const& record, Date day);

// Whether a deadline's object is past on that day.
bool is_too_late(PathwayReminders const& pathway, Snapshot const& snapshot, std::string_view deadline,
                 Date day);

}  // namespace jalon
