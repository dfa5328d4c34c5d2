// What a change of the calendar or the policy would do to the live cases, before anybody decides on it.
#pragma once
#include <set>

#include "engine/decision/counting.hpp"
#include "engine/ports/settings.hpp"

namespace jalon {

struct CaseName {
  std::string id, reference;
};
struct MovingDate {
  CaseName of_case;
  DateChange change;
};
struct Preview {
  std::map<std::string, std::vector<MovingDate>> dates;  // by deadline: those that would move
  std::vector<CaseName> completed, incompleted;          // whose file would be complete, or no longer
};

// The deadlines that a change of that setting counts otherwise: those whose terms differ, or all with a
// calendar.
std::set<std::string> deadlines_touched(std::string const& setting, Settings const& before,
                                        Settings const& after, std::vector<Definition> const& definitions);

// Adds what would happen to one case. A case this program cannot read is left out.
void look_at(Preview& preview, std::vector<Definition> const& definitions, Snapshot const& snapshot,
             std::set<std::string> const& deadlines, Settings const& before, Settings const& after,
             Instant now);

}  // namespace jalon
