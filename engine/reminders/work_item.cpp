#include "engine/reminders/work_item.hpp"

#include <algorithm>

#include "engine/decision/deadline_keeping.hpp"
#include "engine/decision/decision.hpp"

namespace jalon {

namespace {

bool is_handled(Snapshot const& snapshot, DeadlineRecord const& record) {
  return record.passed && std::none_of(snapshot.tasks.begin(), snapshot.tasks.end(), [&](auto const& task) {
           return task.source == task_source_of(record);
         });
}

WorkItem item_of(PathwayReminders const& pathway, Snapshot const& snapshot, std::string label, Date due,
                 Role owner) {
  WorkItem item{snapshot.id, snapshot.reference, std::move(label), due, owner, {}};
  if (pathway.responsible) item.login = pathway.responsible(snapshot.data, owner);
  return item;
}

WorkItem item_of(Definition const& definition, PathwayReminders const& pathway, Snapshot const& snapshot,
                 DeadlineRecord const& record, Date day) {
  std::string const label(definition.model_of(record).label);
  if (!is_too_late(pathway, snapshot, record.id, day))
    return item_of(pathway, snapshot, label, record.date.due, record.owner);
  return item_of(pathway, snapshot, "Entrée passée (« " + label + " » non fait) : autre session ou clôture",
                 record.date.due, Role::coordinator);
}

}  // namespace

PathwayReminders const& reminders_of(std::vector<PathwayReminders> const& all, std::string_view workflow) {
  static PathwayReminders const none;
  auto const found =
      std::find_if(all.begin(), all.end(), [&](auto const& each) { return each.workflow == workflow; });
  return found == all.end() ? none : *found;
}

bool is_too_late(PathwayReminders const& pathway, Snapshot const& snapshot, std::string_view deadline,
                 Date day) {
  auto const& early = pathway.before_entry;
  if (std::find(early.begin(), early.end(), deadline) == early.end()) return false;
  auto const entry = pathway.entry_day(snapshot.data);
  return entry && *entry < day;
}

std::optional<WorkItem> work_of_deadline(Definition const& definition, PathwayReminders const& pathway,
                                         Snapshot const& snapshot, DeadlineRecord const& record, Date day) {
  if (is_closed(definition, snapshot) || record.frozen || is_handled(snapshot, record)) return std::nullopt;
  return item_of(definition, pathway, snapshot, record, day);
}

std::vector<WorkItem> work_of(Definition const& definition, PathwayReminders const& pathway,
                              Snapshot const& snapshot, Date day) {
  std::vector<WorkItem> items;
  for (auto const& record : snapshot.deadlines)
    if (auto item = work_of_deadline(definition, pathway, snapshot, record, day))
      items.push_back(std::move(*item));
  for (auto const& task : snapshot.tasks)
    if (task.due && !task.source.starts_with("deadline:"))
      items.push_back(item_of(pathway, snapshot, task.label, *task.due, task.role));
  std::stable_sort(items.begin(), items.end(),
                   [](auto const& one, auto const& other) { return one.due < other.due; });
  return items;
}

}  // namespace jalon
