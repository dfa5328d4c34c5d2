#include "api/pages/plan_corrections.hpp"

#include <algorithm>

#include "api/endpoints/planning_ties.hpp"
#include "api/pages/case_fields.hpp"
#include "api/pages/committee_page.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/meetings.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/session_form.hpp"
#include "api/pages/session_page.hpp"

namespace jalon::pages {

namespace {

constexpr RoleSet founders{Role::coordinator};

std::string id_of(Json const& plan) {
  return plan.at("id").get<std::string>();
}

// What is shown, from what the form asks and from why the rest stays.
Json correction(Visit const& visit, Json const& plan, Json const& schema, FieldErrors errors) {
  for (auto& error : errors) error.pointer = "/data" + error.pointer;
  FormState const state{errors.empty() ? form_of(plan) : visit.form, errors, {}, visit.today()};
  return {{"open", !errors.empty()},
          {"reasons", Json::array()},
          {"fields", fields_of(schema, state, "correction")},
          {"may_amend", !schema.at("properties").empty()}};
}

void say_once(Json& reasons, std::string const& sentence) {
  Json const reason{{"text", sentence}};
  if (!sentence.empty() && std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
    reasons.push_back(reason);
}

// ---- committees ----

Json day_schema(bool moves) {
  Json const day{{"type", "string"}, {"format", "date"}, {"title", "Jour de la commission"}};
  return {{"properties", moves ? Json{{"held_on", day}} : Json::object()}, {"required", {"held_on"}}};
}

http::Response move_committee(Visit& visit) {
  auto const committee = committee_of(visit);
  try {
    visit.call_api("PATCH", "/committees/" + id_of(committee), {{"held_on", visit.form.text("held_on")}});
  } catch (api::ApiProblem const& problem) {
    if (problem.errors.empty()) throw;
    return committee_page(visit, committee, Json::array(), {}, problem.errors);
  }
  visit.path["which"] = id_of(committee);
  return see_other(with_confirmation(committee_of(visit).at("address"), "commission_deplacee", ""));
}

http::Response remove_committee(Visit& visit) {
  visit.call_api("DELETE", "/committees/" + id_of(committee_of(visit)));
  return see_other(with_confirmation("/commissions", "commission_supprimee", ""));
}

// ---- sessions ----

bool pre_reception_has_passed(Visit const& visit, Json const& session) {
  auto const& day = session.at("pre_reception_on");
  return day.is_string() && day.get_ref<std::string const&>() < to_string(visit.today());
}

Json amendment_schema(Visit const& visit, Json const& session, Json const& ties) {
  Json properties = session_properties(), required{"capacity"};
  if (!api::why_session_stays(ties).empty())
    properties.erase("entry_on"), properties.erase("weeks");
  else
    required = {"entry_on", "weeks", "capacity"};
  if (pre_reception_has_passed(visit, session)) properties.erase("pre_reception_on");
  return {{"properties", properties}, {"required", required}};
}

Json ties_of_session(Visit const& visit, Json const& session) {
  return visit.house.registers.session_ties(visit.caller.establishment, id_of(session))
      .value_or(Json::object());
}

// A pre-reception left empty is taken away.
Json patch_of(Json const& schema, Form const& form) {
  auto patch = data_of(schema, form);
  if (schema.at("properties").contains("pre_reception_on") && !patch.contains("pre_reception_on"))
    patch["pre_reception_on"] = nullptr;
  return patch;
}

http::Response amend_session(Visit& visit) {
  auto const session = session_of(visit);
  auto const schema = amendment_schema(visit, session, ties_of_session(visit, session));
  try {
    visit.call_api("PATCH", "/sessions/" + id_of(session), patch_of(schema, visit.form));
  } catch (api::ApiProblem const& problem) {
    if (problem.errors.empty()) throw;
    return session_page(visit, session, Json::array(), problem.errors);
  }
  visit.path["which"] = id_of(session);
  return see_other(with_confirmation(session_of(visit).at("address"), "session_corrigee", ""));
}

http::Response remove_session(Visit& visit) {
  visit.call_api("DELETE", "/sessions/" + id_of(session_of(visit)));
  return see_other(with_confirmation("/sessions", "session_supprimee", ""));
}

}  // namespace

Json committee_correction(Visit const& visit, Json const& committee, FieldErrors const& errors) {
  if (!founders.meets(visit.roles)) return nullptr;
  auto const ties =
      visit.house.registers.committee_ties(visit.caller.establishment, id_of(committee)).value();
  auto const day_stays = api::why_committee_stays(ties.at("day"));
  auto const stays = api::why_committee_stays(ties.at("place"));
  auto shown = correction(visit, committee, day_schema(day_stays.empty()), errors);
  say_once(shown["reasons"], day_stays);
  say_once(shown["reasons"], stays);
  shown["may_remove"] = stays.empty(), shown["remove_label"] = "Supprimer la commission";
  return shown;
}

Json session_correction(Visit const& visit, Json const& session, FieldErrors const& errors) {
  if (!founders.meets(visit.roles)) return nullptr;
  auto const ties = ties_of_session(visit, session);
  auto const stays = api::why_session_stays(ties);
  auto shown = correction(visit, session, amendment_schema(visit, session, ties), errors);
  say_once(shown["reasons"], stays);
  if (pre_reception_has_passed(visit, session))
    say_once(shown["reasons"],
             api::why_session_stays({{"pre_reception_passed", session.at("pre_reception_on")}}));
  else if (ties.value("taken", 0) > 0)
    say_once(
        shown["reasons"],
        "Un nouveau jour de pré-accueil change les échéances des dossiers ; prévenez les personnes qui ont "
        "déjà reçu leurs dates.");
  shown["may_remove"] = stays.empty(), shown["remove_label"] = "Supprimer la session";
  return shown;
}

std::vector<PageRoute> plan_correction_pages() {
  std::string const committee = "/commissions/{which}", session = "/sessions/{which}";
  return {
      {.method = "POST", .address = committee + "/correction", .execute = move_committee, .roles = founders},
      {.method = "POST",
       .address = committee + "/suppression",
       .execute = remove_committee,
       .roles = founders},
      {.method = "POST", .address = session + "/correction", .execute = amend_session, .roles = founders},
      {.method = "POST", .address = session + "/suppression", .execute = remove_session, .roles = founders}};
}

}  // namespace jalon::pages
