#include "api/pages/committee_entries.hpp"

#include "api/endpoints/all_items.hpp"
#include "api/pages/case_acts.hpp"
#include "api/pages/committee_page.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/meetings.hpp"
#include "api/pages/renderer.hpp"

namespace jalon::pages {

namespace {

constexpr RoleSet listing{Role::admin_assistant};

http::Response answer_with(Visit const& visit, Json const& committee, Json const& results, char const* done,
                           NamedCases const& names = {}) {
  if (!all_done(results)) return committee_page(visit, committee, results, names);
  auto const reference = results.size() == 1 ? visit.form.text("dossier") : "";
  return see_other(with_confirmation(committee.at("address"), done, reference));
}

http::Response list_cases(Visit& visit) {
  auto const committee = committee_of(visit);
  auto const names = names_of(cases_waiting(visit));
  std::vector<CaseAct> acts;
  for (auto const& reference : visit.form.texts("dossier"))
    acts.push_back({id_of_reference(visit, reference), {{"committee", committee.at("id")}}});
  if (acts.empty()) return see_other(committee.at("address"));
  return answer_with(visit, committee, act_on_each(visit, "list_for_committee", acts), "inscription", names);
}

http::Response unlist(Visit& visit) {
  auto const committee = committee_of(visit);
  auto const id = id_of_reference(visit, visit.form.text("dossier"));
  Json data = Json::object();
  if (auto const reason = visit.form.text("reason"); !reason.empty()) data["reason"] = reason;
  return answer_with(visit, committee, act_on_each(visit, "unlist", {{id, data}}), "unlist");
}

http::Response record_consent(Visit& visit) {
  auto const committee = committee_of(visit);
  auto const id = id_of_reference(visit, visit.form.text("dossier"));
  Json body{{"purpose", "mdph"}};
  for (char const* field : {"consent", "way", "on"})
    if (auto const value = visit.form.text(field); !value.empty()) body[field] = value;
  auto const answer = visit.ask_api("POST", "/cases/" + id + "/consents", body);
  return answer_with(visit, committee, Json::array({result_of_call(id, answer)}), "accord");
}

}  // namespace

Json cases_waiting(Visit const& visit) {
  CaseFilter filter;
  filter.state = "waiting_committee";
  return api::all_items([&](PageRequest const& request) {
    return visit.house.registers.cases(visit.sight(), filter, request);
  });
}

RoleSet consent_roles() {
  return {Role::admin_assistant, Role::coordinator, Role::doctor, Role::clinical_psychologist,
          Role::social_worker};
}

std::vector<PageRoute> committee_entry_pages() {
  std::string const one = "/commissions/{which}";
  return {
      {.method = "POST", .address = one + "/inscriptions", .execute = list_cases, .roles = listing},
      {.method = "POST", .address = one + "/retraits", .execute = unlist, .roles = listing},
      {.method = "POST", .address = one + "/accords", .execute = record_consent, .roles = consent_roles()}};
}

}  // namespace jalon::pages
