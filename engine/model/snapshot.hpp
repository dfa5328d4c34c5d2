// A case as it is kept: names and dates only. The pure decision takes one and gives the next.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/calendar/due_date.hpp"
#include "engine/model/case_file.hpp"
#include "engine/model/role.hpp"

namespace jalon {

// One occurrence of a deadline of a case. Overdue is computed from its dates, never stored.
struct DeadlineRecord {
  std::string id;      // « file_return »
  std::string region;  // the region whose state it belongs to
  std::string state;
  int number = 0;  // which occurrence, for the deadlines that come back
  DueDate date;
  Role owner{};
  bool passed = false;  // its passing has been recorded: it fires once
  bool frozen = false;  // the case is suspended: it does not pass
  // What its date was counted from, beside the state's day of entry: a reminder's day, and the days it moved
  // by suspensions since.
  std::optional<Date> restarted_on = {};
  int days_moved = 0;

  bool is_overdue(Date today) const { return !frozen && today > date.due; }
  bool operator==(DeadlineRecord const&) const = default;
};

// Something somebody has to do. `source` ties it to what it came from: « deadline:file_return »,
// « transmission:<id> », or nothing.
struct TaskRecord {
  std::string id;  // given when it is recorded
  std::string kind, label, source;
  Role role{};
  std::optional<Date> due;
  bool repeats_monthly = false;  // done, it comes back a month later while its state lasts
  bool operator==(TaskRecord const&) const = default;
};

// What was to be reported to the MDPH before the case was linked to its record there.
struct QueuedTransmission {
  std::string id, code, label;
};

struct Snapshot {
  std::string id;         // the case's own, a UUID
  std::string reference;  // « 2026-0001 », what people say
  std::string workflow;
  int definition_version = 0;
  int revision = 0;                           // the number of history entries; 0 for a case not yet opened
  std::map<std::string, std::string> places;  // region → state; a remembered composite keeps its places
  std::map<std::string, Date> entered;        // region → the day its state was entered
  Person person;
  Notification notification;
  Json data = Json::object();  // the workflow's own data
  int weeks_lost = 0;          // open training weeks lost by suspensions since entry
  std::vector<DeadlineRecord> deadlines;
  std::vector<TaskRecord> tasks;  // the open ones
  std::vector<QueuedTransmission> queued;
};

}  // namespace jalon
