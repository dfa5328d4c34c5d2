#include "api/pages/my_day.hpp"

#include "api/pages/confirmation.hpp"
#include "api/pages/day_lines.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/new_case.hpp"
#include "api/pages/renderer.hpp"
#include "engine/ports/reminder_register.hpp"
#include "engine/reminders/digest.hpp"

namespace jalon::pages {

namespace {

constexpr std::size_t most_lines_shown = 30;

// Those who have no address hear of things all the same: they work from this page.
Roster roster_at_work(Visit const& visit) {
  auto roster = visit.house.reminders.roster(visit.caller.establishment, visit.today());
  for (auto& member : roster.staff)
    if (member.email.empty()) member.email = "works from this page";
  return roster;
}

struct Group {
  char const *title, *id;
  DayWindow window;
};

void add_group(Visit const& visit, Team const& team, Group const& group, Json& groups) {
  auto lines = lines_of_day(visit, team, group.window, most_lines_shown);
  if (lines.empty()) return;
  bool const more = lines.size() > most_lines_shown;
  if (more) lines.erase(lines.size() - 1);
  auto const count = std::to_string(lines.size());
  groups.push_back({{"title", group.title},
                    {"id", group.id},
                    {"count", more ? "plus de " + count : count},
                    {"more", more},
                    {"lines", std::move(lines)}});
}

Json groups_of(Visit const& visit) {
  auto const roster = roster_at_work(visit);
  Team const team(roster.staff, roster.absences);
  auto const today = visit.today();
  Json groups = Json::array();
  add_group(visit, team, {"En retard", "retard", {{}, plus_days(today, -1)}}, groups);
  add_group(visit, team, {"Aujourd’hui", "aujourdhui", {today, today, true}}, groups);
  add_group(visit, team, {"Cette semaine", "semaine", {plus_days(today, 1), sunday_of(today)}}, groups);
  return groups;
}

http::Response show(Visit& visit) {
  if (!visit.roles.meets(team_roles()))  // nothing is theirs to do here
    return see_other(visit.roles.has(Role::mdph_partner) ? "/commissions" : "/reglages");
  auto const today = visit.today();
  auto const groups = groups_of(visit);
  return render(visit, "my_day",
                {{"title", "Ma journée"},
                 {"day", long_french(today)},
                 {"today", to_string(today)},
                 {"confirmation", confirmation_of(visit)},
                 {"may_open", may_open_cases(visit)},
                 {"groups", groups},
                 {"empty", groups.empty()}});
}

}  // namespace

std::vector<PageRoute> my_day_pages() {
  return {{.method = "GET", .address = "/", .execute = show}};
}

}  // namespace jalon::pages
