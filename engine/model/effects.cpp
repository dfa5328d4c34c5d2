#include "engine/model/effects.hpp"

namespace jalon {

Json to_json(Effects const& effects) {
  Json list = Json::array();
  for (auto const& transmission : effects.transmissions)
    list.push_back({{"kind", "transmission"},
                    {"code", transmission.code},
                    {"status", transmission.queued ? "queued" : "to_do"}});
  for (auto const& message : effects.messages)
    list.push_back({{"kind", message.by_email ? "email" : "letter"}, {"template", message.template_name}});
  for (auto const& task : effects.tasks_opened)
    list.push_back({{"kind", "task"}, {"task", task.kind}, {"role", name_of(task.role)}});
  for (auto const& task : effects.tasks_closed)
    list.push_back({{"kind", "task_closed"}, {"task", task.kind}});
  for (auto const& deadline : effects.deadlines_set)
    list.push_back({{"kind", deadline.passed ? "deadline_passed" : "deadline"},
                    {"deadline", deadline.id},
                    {"due", to_string(deadline.date.due)}});
  for (auto const& deadline : effects.deadlines_dropped)
    list.push_back({{"kind", "deadline_dropped"}, {"deadline", deadline.id}});
  if (effects.transmissions_released) list.push_back({{"kind", "transmissions_released"}});
  if (effects.messages_cancelled) list.push_back({{"kind", "messages_cancelled"}});
  return list;
}

}  // namespace jalon
