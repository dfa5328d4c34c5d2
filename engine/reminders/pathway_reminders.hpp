// What the reminders must know of a pathway beside its table. Each workflow gives one
// (workflows/reminders.cpp).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/calendar/date.hpp"
#include "engine/json/json.hpp"
#include "engine/model/role.hpp"

namespace jalon {

struct PathwayReminders {
  std::string_view workflow;
  // Deadlines of what has to be done before the day of entry, and templates that announce it to the person.
  std::vector<std::string_view> before_entry, announcing_entry;
  // Of a case's data: the day of entry, when there is one.
  std::optional<Date> (*entry_day)(Json const& data) = nullptr;
  // The login of the one colleague whom a role means in this case (its referent); nothing: all who have it.
  std::optional<std::string> (*responsible)(Json const& data, Role owner) = nullptr;
};

// Those of that workflow; of one that is not known, none.
PathwayReminders const& reminders_of(std::vector<PathwayReminders> const& all, std::string_view workflow);

}  // namespace jalon
