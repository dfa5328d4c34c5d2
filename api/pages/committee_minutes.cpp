#include "api/pages/committee_minutes.hpp"

#include <algorithm>
#include <boost/mp11.hpp>

#include "api/pages/case_acts.hpp"
#include "api/pages/committee_frame.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/meetings.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/words.hpp"
#include "engine/model/value_labels.hpp"
#include "engine/ports/reminder_register.hpp"

namespace jalon::pages {

namespace {

constexpr RoleSet writers{Role::admin_assistant, Role::coordinator};
constexpr RoleSet usual{Role::coordinator, Role::doctor, Role::social_worker, Role::clinical_psychologist,
                        Role::mdph_partner};
constexpr std::size_t free_rows = 3;

struct Present {
  std::string role, name;
};

std::string endpoint_of(Json const& committee) {
  return "/committees/" + committee.at("id").get<std::string>() + "/minutes";
}

// Null until minutes were recorded.
Json recorded(Visit const& visit, Json const& committee) {
  auto const answer = visit.ask_api("GET", endpoint_of(committee) + ".json");
  return answer.status == 404 ? Json() : Json::parse(answer.body);
}

// ---- who was there ----

// A row that has a name; the role is chosen beside it.
std::vector<Present> typed_rows(Form const& form) {
  auto const roles = form.texts("role"), names = form.texts("name");
  std::vector<Present> rows;
  for (std::size_t i = 0; i < std::min(roles.size(), names.size()); ++i)
    if (!names[i].empty()) rows.push_back({roles[i], names[i]});
  return rows;
}

// Those of the house who usually come, until somebody says who came.
std::vector<Present> usual_rows(Visit const& visit) {
  std::vector<Present> rows;
  for (auto const& member : visit.house.reminders.roster(visit.caller.establishment, visit.today()).staff)
    for (auto const& name : member.roles.names())
      if (auto const role = parse_role(name); role && usual.has(*role)) {
        rows.push_back({name, member.name});
        break;
      }
  return rows;
}

std::vector<Present> rows_of(Visit const& visit, Json const& minutes) {
  if (!visit.form.fields().empty()) return typed_rows(visit.form);
  if (minutes.is_null()) return usual_rows(visit);
  std::vector<Present> rows;
  for (auto const& each : minutes.at("present")) rows.push_back({each.at("role"), each.at("name")});
  return rows;
}

Json roles_to_choose(std::string const& chosen) {
  Json options = Json::array();
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto each) {
    if (each.value != Role::administrator)
      options.push_back({{"value", each.name},
                         {"label", std::string(french_name_of(each.value))},
                         {"chosen", chosen == each.name}});
  });
  return options;
}

Json rows_to_type(std::vector<Present> rows) {
  rows.resize(rows.size() + free_rows);
  Json list = Json::array();
  for (auto const& row : rows)
    list.push_back({{"number", list.size() + 1}, {"name", row.name}, {"roles", roles_to_choose(row.role)}});
  return list;
}

// ---- the page ----

std::string worded(Json const& value) {
  if (value.is_null()) return "";
  return value.is_string() ? std::string(french_label_of_value(value.get<std::string>())) : value.dump();
}

Json decision_in_words(Json const& decision) {
  return {{"reference", decision.at("reference")},
          {"name", name_of(decision)},
          {"outcome", worded(decision.at("outcome"))},
          {"aim", decision.at("aim")},
          {"choice", worded(decision.at("choice"))},
          {"rank", worded(decision.at("rank"))},
          {"motive", decision.at("motive")}};
}

Json minutes_in_words(Json const& minutes) {
  if (minutes.is_null()) return nullptr;
  Json present = Json::array(), decisions = Json::array();
  for (auto const& each : minutes.at("present")) {
    auto const role = parse_role(each.at("role").get<std::string>());
    present.push_back({{"name", each.at("name")}, {"role", role ? std::string(french_name_of(*role)) : ""}});
  }
  for (auto const& decision : minutes.at("decisions")) decisions.push_back(decision_in_words(decision));
  return {{"version", minutes.at("version").dump()},
          {"present", present},
          {"said", minutes.at("remarks")},
          {"decisions", decisions}};
}

http::Response minutes_page(Visit const& visit, Json const& committee, std::string const& error = "") {
  auto const minutes = recorded(visit, committee);
  auto page = committee_frame(visit, committee, "/compte-rendu");
  bool const lies_ahead = committee.at("on") > to_string(visit.today());
  bool const was_typed = !visit.form.fields().empty();
  page.update({{"confirmation", confirmation_of(visit)},
               {"minutes", minutes_in_words(minutes)},
               {"none", minutes.is_null()},
               {"lies_ahead", lies_ahead},
               {"may_write", writers.meets(visit.roles) && !lies_ahead},
               {"error", error},
               {"rows", rows_to_type(rows_of(visit, minutes))},
               {"remarks", was_typed           ? Json(visit.form.text("remarks"))
                           : minutes.is_null() ? Json("")
                                               : minutes.at("remarks")}});
  return render(visit, "committee_minutes", std::move(page), error.empty() ? 200 : 422);
}

http::Response show(Visit& visit) {
  return minutes_page(visit, committee_of(visit));
}

http::Response write(Visit& visit) {
  auto const committee = committee_of(visit);
  Json body{{"present", Json::array()}};
  for (auto const& row : typed_rows(visit.form))
    body["present"].push_back({{"role", row.role}, {"name", row.name}});
  if (auto const remarks = visit.form.text("remarks"); !remarks.empty()) body["remarks"] = remarks;
  try {
    visit.call_api("PUT", endpoint_of(committee), body);
  } catch (api::ApiProblem const& problem) {
    auto const& errors = problem.errors;
    return minutes_page(visit, committee, errors.empty() ? problem.detail : errors.front().message);
  }
  return see_other(
      with_confirmation(committee.at("address").get<std::string>() + "/compte-rendu", "compte-rendu", ""));
}

http::Response print(Visit& visit) {
  return visit.read_paper(endpoint_of(committee_of(visit)) + ".pdf");
}

}  // namespace

std::vector<PageRoute> committee_minutes_pages() {
  std::string const address = "/commissions/{which}/compte-rendu";
  auto const readers = committee_page_roles();
  return {{.method = "GET", .address = address, .execute = show, .roles = readers},
          {.method = "POST", .address = address, .execute = write, .roles = writers},
          {.method = "GET", .address = address + ".pdf", .execute = print, .roles = readers}};
}

}  // namespace jalon::pages
