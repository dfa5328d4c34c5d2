#include "api/pages/committee_grades.hpp"

#include <array>

#include "api/pages/case_acts.hpp"
#include "api/pages/case_fields.hpp"
#include "api/pages/committee_line.hpp"
#include "api/pages/committee_page.hpp"
#include "api/pages/meetings.hpp"

namespace jalon::pages {

namespace {

struct Grade {
  char const *kind, *urgency, *reason, *title, *reason_title;
  Role role;
};
constexpr std::array grades{Grade{"social", "social_urgency", "social_reason", "Urgence sociale",
                                  "Conclusion sociale, en une phrase", Role::social_worker},
                            Grade{"medical", "medical_urgency", "medical_reason", "Urgence médicale",
                                  "Conclusion médicale, sans diagnostic", Role::doctor}};

std::vector<Option> degrees() {
  return {{"0", "0 : aucune"}, {"1", "1 : faible"}, {"2", "2 : moyenne"}, {"3", "3 : forte"}};
}

// One field, as an event's would be.
Json field(Visit const& visit, Json const& line, Json const& results, char const* name, char const* title,
           Json property) {
  auto const reference = line.at("reference").get<std::string>();
  auto const part = visit.form.part(reference);
  property["title"] = title;
  Json const schema{{"properties", {{name, property}}}, {"required", {name}}};
  FormState state;
  state.typed = part.fields().empty() ? form_of({{name, line.at(name)}}) : part;
  state.errors = errors_of(results, line.at("case"));
  if (property.at("type") == "integer") state.options[name] = degrees();
  auto shown = fields_of_case(schema, state, reference).front();
  shown["of_form"] = "evaluations";
  return shown;
}

std::string recorded(Json const& value) {
  if (value.is_null()) return "";
  return value.is_string() ? value.get<std::string>() : value.dump();
}

// Filled in, and not what is recorded already.
bool is_new(Form const& part, Grade const& grade, Json const& line) {
  auto const urgency = part.text(grade.urgency), reason = part.text(grade.reason);
  bool const is_filled = !urgency.empty() || !reason.empty();
  return is_filled &&
         (urgency != recorded(line.at(grade.urgency)) || reason != recorded(line.at(grade.reason)));
}

Json body_of(Form const& part, Grade const& grade) {
  Json body = Json::object();
  auto const urgency = part.text(grade.urgency);
  if (urgency.size() == 1 && urgency[0] >= '0' && urgency[0] <= '9')
    body["urgency"] = urgency[0] - '0';
  else if (!urgency.empty())
    body["urgency"] = urgency;
  if (auto const reason = part.text(grade.reason); !reason.empty()) body["reason"] = reason;
  return body;
}

// The API calls both « urgency » and « reason »; the page has both kinds.
void name_fields_apart(Json& result, Grade const& grade) {
  if (result.at("done") == true || !result.at("problem").contains("errors")) return;
  for (auto& error : result["problem"]["errors"]) {
    bool const of_urgency = error.at("pointer") == "/urgency";
    error["pointer"] = std::string("/data/") + (of_urgency ? grade.urgency : grade.reason);
  }
}

http::Response save(Visit& visit) {
  auto const committee = committee_of(visit);
  Json results = Json::array();
  for (auto const& line : draft_lines(visit, committee)) {
    auto const part = visit.form.part(line.at("reference").get<std::string>());
    auto const case_id = line.at("case").get<std::string>();
    auto const address = "/committees/" + committee.at("id").get<std::string>() + "/cases/" + case_id + "/";
    for (auto const& grade : grades) {
      if (!visit.roles.has(grade.role) || !is_new(part, grade, line)) continue;
      auto result = result_of_call(
          case_id, visit.ask_api("PUT", address + grade.kind + "-urgency", body_of(part, grade)));
      name_fields_apart(result, grade);
      results.push_back(std::move(result));
    }
  }
  return committee_page(visit, committee, results);
}

}  // namespace

Json grade_fields(Visit const& visit, Json const& line, Json const& results) {
  Json fields = Json::array();
  for (auto const& grade : grades) {
    if (!visit.roles.has(grade.role)) continue;
    fields.push_back(field(visit, line, results, grade.urgency, grade.title, {{"type", "integer"}}));
    fields.push_back(field(visit, line, results, grade.reason, grade.reason_title, {{"type", "string"}}));
  }
  return fields;
}

std::vector<PageRoute> committee_grade_pages() {
  return {{.method = "POST",
           .address = "/commissions/{which}/evaluations",
           .execute = save,
           .roles = {Role::doctor, Role::social_worker}}};
}

}  // namespace jalon::pages
