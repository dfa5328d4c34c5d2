#include "api/pages/new_case.hpp"

#include <algorithm>

#include "api/pages/case_line.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/new_case_form.hpp"
#include "api/pages/renderer.hpp"

namespace jalon::pages {

namespace {

constexpr int most_twins = 10;

bool may_open(Definition const& definition, RoleSet roles) {
  for (auto const& event : definition.events)
    for (int const row : event.rows)
      if (event.opening && definition.rows[std::size_t(row)].roles.meets(roles)) return true;
  return false;
}

// The pathway that is opened when none is chosen: the first one this person may open a case of.
Definition const& pathway_of(Visit const& visit) {
  for (auto const& definition : visit.house.definitions)
    if (may_open(definition, visit.roles)) return definition;
  throw api::ApiProblem{api::ProblemName::role_not_allowed,
                        "Ouvrir un dossier revient à l’assistante administrative."};
}

Json summary_of(Json const& fields) {
  Json summary = Json::array();
  auto const add = [&](Json const& field) {
    if (field.at("error") != "")
      summary.push_back(
          {{"text", field.at("label").get<std::string>() + " : " + field.at("error").get<std::string>()},
           {"target", field.at("id")}});
  };
  add(fields.at("channel"));
  for (auto const& field : fields.at("first")) add(field);
  for (char const* group : {"contact", "decision"})
    for (auto const& field : fields.at(group).at("fields")) add(field);
  return summary;
}

http::Response form_page(Visit const& visit, api::ApiProblem const* problem = nullptr) {
  auto page = new_case_fields(visit.form, problem ? problem->errors : FieldErrors(), visit.today());
  auto summary = summary_of(page);
  if (problem && summary.empty()) summary.push_back({{"text", problem->detail}});
  page["title"] = "Ouvrir un dossier";
  page["key"] = visit.form_key();
  page["summary"] = summary;
  page["has_errors"] = !summary.empty();
  return render(visit, "new_case", std::move(page), problem ? api::status_of(problem->name) : 200);
}

http::Response show(Visit& visit) {
  pathway_of(visit);
  return form_page(visit);
}

// Open or closed, of that name (in any order, without regard to accents) and that birth date.
Json twins_of(Visit const& visit) {
  CaseFilter filter;
  filter.query = visit.form.text("family_name") + " " + visit.form.text("given_name");
  filter.born_on = parse_date(visit.form.text("birth_date"));
  Json twins = Json::array();
  if (!filter.born_on || visit.form.text("family_name").empty() || visit.form.text("given_name").empty())
    return twins;
  for (auto const& item : visit.house.registers.cases(visit.sight(), filter, {most_twins, {}}).items)
    twins.push_back(case_line(visit, item));
  return twins;
}

http::Response twins_page(Visit const& visit, Json const& twins) {
  Json typed = Json::array();
  for (auto const& [name, value] : visit.form.fields())
    if (name != "jeton" && !value.empty()) typed.push_back({{"name", name}, {"value", value}});
  auto const name = visit.form.text("given_name") + " " + visit.form.text("family_name");
  return render(visit, "new_case_twins",
                {{"title", "Cette personne a peut-être déjà un dossier"},
                 {"person", name},
                 {"born_on", french(parse_date(visit.form.text("birth_date")).value())},
                 {"twins", twins},
                 {"typed", typed}});
}

http::Response open(Visit& visit, Definition const& definition) {
  auto body = new_case_data(visit.form);
  body["workflow"] = definition.id;
  auto const opened = visit.call_api("POST", "/cases", body, visit.form_key());
  auto const reference = opened.at("reference").get<std::string>();
  return see_other(with_confirmation("/dossiers/" + reference, "ouverture", ""));
}

http::Response submit(Visit& visit) {
  auto const& definition = pathway_of(visit);
  if (visit.form.text("revenir") == "oui") return form_page(visit);
  if (visit.form.text("autre_personne") != "oui")
    if (auto const twins = twins_of(visit); !twins.empty()) return twins_page(visit, twins);
  try {
    return open(visit, definition);
  } catch (api::ApiProblem const& problem) {
    if (problem.name != api::ProblemName::invalid_data) throw;
    return form_page(visit, &problem);
  }
}

}  // namespace

bool may_open_cases(Visit const& visit) {
  auto const& all = visit.house.definitions;
  return std::any_of(all.begin(), all.end(), [&](auto const& each) { return may_open(each, visit.roles); });
}

std::vector<PageRoute> new_case_pages() {
  return {{.method = "GET", .address = "/dossiers/nouveau", .execute = show, .roles = case_roles()},
          {.method = "POST", .address = "/dossiers/nouveau", .execute = submit, .roles = case_roles()}};
}

}  // namespace jalon::pages
