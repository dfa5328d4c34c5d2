#include "api/pages/case_team.hpp"

#include <algorithm>

#include "api/endpoints/team.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/staff_names.hpp"
#include "engine/access/disclosure.hpp"
#include "engine/ports/reminder_register.hpp"

namespace jalon::pages {

namespace {

bool is_in(Json const& members, std::string const& login) {
  return std::any_of(members.begin(), members.end(),
                     [&](Json const& member) { return member.at("login") == login; });
}

// Those to whom it opens something, and who are not of it yet.
Json who_may_be_added(Visit const& visit, Json const& team) {
  Json options = Json::array();
  auto const roster = visit.house.reminders.roster(visit.caller.establishment, visit.today());
  for (auto const& colleague : roster.staff) {
    bool const is_referent =
        !team.at("referent").is_null() && team.at("referent").at("login") == colleague.login;
    if (works_with_the_person(colleague.roles) && !is_referent && !is_in(team.at("members"), colleague.login))
      options.push_back({{"value", colleague.login}, {"label", colleague.name}});
  }
  return options;
}

Json members_shown(StaffNames const& names, Json const& team) {
  Json members = Json::array();
  for (auto const& member : team.at("members"))
    members.push_back({{"who", member.at("name")},
                       {"account", member.at("login")},
                       {"since", french_moment(member.at("since"))},
                       {"by", names.of(member.at("by"))}});
  return members;
}

Json entries_shown(StaffNames const& names, Json const& team) {
  Json entries = Json::array();
  for (auto const& entry : team.at("entries"))
    entries.push_back({{"who", entry.at("name")},
                       {"what", entry.at("change") == "added" ? "a rejoint l’équipe" : "a quitté l’équipe"},
                       {"when", french_moment(entry.at("at"))},
                       {"by", names.of(entry.at("by"))}});
  return entries;
}

http::Response back_to_the_tab(Visit const& visit) {
  return see_other(with_confirmation("/dossiers/" + visit.path.at("reference") + "/acces", "equipe", ""));
}

http::Response add(Visit& visit) {
  visit.call_api("POST", "/cases/" + case_id_of(visit) + "/team", {{"login", visit.form.text("compte")}});
  return back_to_the_tab(visit);
}

http::Response end(Visit& visit) {
  visit.call_api("POST", "/cases/" + case_id_of(visit) + "/team-departures",
                 {{"login", visit.form.text("compte")}});
  return back_to_the_tab(visit);
}

}  // namespace

Json team_shown(Visit const& visit, std::string const& case_id) {
  auto const team = visit.call_api("GET", "/cases/" + case_id + "/team");
  bool const may_change = visit.roles.meets(api::those_who_set_the_team());
  auto const options = may_change ? who_may_be_added(visit, team) : Json::array();
  StaffNames const names(visit);
  Json shown{{"members", members_shown(names, team)},
             {"entries", entries_shown(names, team)},
             {"has_entries", !team.at("entries").empty()},
             {"may_change", may_change},
             {"may_add", !options.empty()},
             {"options", options}};
  if (!team.at("referent").is_null()) shown["his_referent"] = team.at("referent").at("name");
  return shown;
}

std::vector<PageRoute> case_team_pages() {
  return {{.method = "POST",
           .address = "/dossiers/{reference}/acces/equipe",
           .execute = add,
           .roles = api::those_who_set_the_team()},
          {.method = "POST",
           .address = "/dossiers/{reference}/acces/equipe/retrait",
           .execute = end,
           .roles = api::those_who_set_the_team()}};
}

}  // namespace jalon::pages
