#include "api/pages/case_person.hpp"

#include "api/pages/case_frame.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/new_case_form.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/setting_form.hpp"
#include "api/pages/words.hpp"

namespace jalon::pages {

namespace {

Form as_typed(Json const& person) {
  std::vector<std::pair<std::string, std::string>> fields;
  for (auto const& [name, value] : person.items())
    if (value.is_string()) fields.emplace_back(name, value.get<std::string>());
  return Form(std::move(fields));
}

http::Response form_page(Visit const& visit, Json const& shown, Form const& typed,
                         api::ApiProblem const* problem) {
  auto const fields = person_fields(typed, problem ? problem->errors : FieldErrors{}, visit.today());
  Json summary = Json::array();
  for (auto const& field : fields)
    if (field.at("error") != "")
      summary.push_back(
          {{"text", field.at("label").get<std::string>() + " : " + field.at("error").get<std::string>()},
           {"target", field.at("id")}});
  if (problem && summary.empty()) summary.push_back({{"text", problem->detail}});
  return render(visit, "case_person",
                {{"title", "Corriger les coordonnées"},
                 {"reference", shown.at("reference")},
                 {"name", name_of(shown)},
                 {"fields", fields},
                 {"key", visit.form_key()},
                 {"has_errors", problem != nullptr},
                 {"summary", summary}},
                problem ? api::status_of(problem->name) : 200);
}

// What differs from what is known; what was emptied is taken away.
Json differences(Json const& before, Json const& after) {
  Json patch = Json::object();
  for (auto const& [field, value] : after.items())
    if (before.value(field, Json()) != value) patch[field] = value;
  for (auto const& [field, value] : before.items())
    if (value.is_string() && !after.contains(field)) patch[field] = nullptr;
  return patch;
}

http::Response show(Visit& visit) {
  auto const shown = case_of(visit, case_id_of(visit));
  return form_page(visit, shown, as_typed(shown.at("person")), nullptr);
}

http::Response correct(Visit& visit) {
  auto const id = case_id_of(visit);
  auto const shown = case_of(visit, id);
  auto const back = "/dossiers/" + visit.path.at("reference") + "/echanges";
  auto const patch = differences(shown.at("person"), person_data(visit.form));
  if (patch.empty()) return see_other(back);
  return or_again(
      [&] {
        visit.call_api("PATCH", "/cases/" + id, {{"person", patch}}, visit.form_key());
        return see_other(with_confirmation(back, "coordonnees", visit.path.at("reference")));
      },
      [&](api::ApiProblem const& problem) { return form_page(visit, shown, visit.form, &problem); });
}

}  // namespace

RoleSet correctors() {
  return {Role::admin_assistant, Role::coordinator};
}

std::vector<PageRoute> case_person_pages() {
  constexpr char const* address = "/dossiers/{reference}/coordonnees";
  return {{.method = "GET", .address = address, .execute = show, .roles = correctors()},
          {.method = "POST", .address = address, .execute = correct, .roles = correctors()}};
}

}  // namespace jalon::pages
