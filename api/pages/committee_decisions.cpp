#include "api/pages/committee_decisions.hpp"

#include <algorithm>
#include <array>

#include "api/endpoints/hashing.hpp"
#include "api/pages/case_acts.hpp"
#include "api/pages/case_fields.hpp"
#include "api/pages/committee_frame.hpp"
#include "api/pages/committee_line.hpp"
#include "api/pages/meetings.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/words.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon::pages {

namespace {

constexpr RoleSet deciders{Role::coordinator};
constexpr std::size_t most_in_a_batch = 100;

Json decision_schema(Visit const& visit) {
  return schema_of_event(visit.house.definitions, "decide");
}

std::string reference_of(Json const& line) {
  return line.at("reference").get<std::string>();
}

// ---- the page ----

// As a meeting speaks of a file.
Json in_order(Json fields) {
  static constexpr std::array order{"outcome",         "aim",  "choice", "social_urgency",
                                    "medical_urgency", "rank", "reason"};
  auto const place = [](Json const& field) {
    auto const name = field.at("name").get<std::string>();
    return std::find(order.begin(), order.end(), name.substr(0, name.find('.'))) - order.begin();
  };
  std::stable_sort(fields.begin(), fields.end(),
                   [&](Json const& one, Json const& other) { return place(one) < place(other); });
  return fields;
}

// What is known already stands in the form: of an earlier committee, and of the evaluations.
Form typed_or_known(Visit const& visit, Json const& line) {
  auto const part = visit.form.part(reference_of(line));
  if (!part.fields().empty()) return part;
  Json known = Json::object();
  for (char const* field : {"aim", "choice", "social_urgency", "medical_urgency"})
    known[field] = line.at(field);
  return form_of(known);
}

Json line_of(Visit const& visit, Json const& committee, Json const& line, Json const& schema,
             Json const& results) {
  auto shown = line_in_words(visit, committee, line);
  shown["fields"] = Json::array();
  if (awaits_decision(line))
    shown["fields"] = in_order(fields_of_case(
        schema, {typed_or_known(visit, line), errors_of(results, line.at("case")), {}, visit.today()},
        reference_of(line)));
  return shown;
}

std::string in_one_line(Form const& part) {
  std::string words;
  for (auto const& [name, value] : part.fields())
    if (!value.empty()) words += (words.empty() ? "" : ", ") + std::string(french_label_of_value(value));
  return words;
}

// Somebody else decided meanwhile: there is no form to keep what was typed in, so it is said.
void add_what_was_typed(Visit const& visit, Json& results, Json const& lines) {
  if (!results.is_object()) return;
  for (auto& refused : results["refused"]) {
    bool const has_a_form = std::any_of(lines.begin(), lines.end(), [&](Json const& line) {
      return line.at("reference") == refused.at("reference") && awaits_decision(line);
    });
    if (!has_a_form)
      refused["typed"] = in_one_line(visit.form.part(refused.at("reference").get<std::string>()));
  }
}

std::string day_of_meeting(Visit const& visit, Json const& committee) {
  auto const typed = visit.form.text("occurred_on");
  return typed.empty() ? std::min(committee.at("on").get<std::string>(), to_string(visit.today())) : typed;
}

struct Saving {
  Json results = Json::array();
  std::string trouble = {};
};

http::Response decision_page(Visit const& visit, Json const& committee, Saving const& saving = {}) {
  auto const lines = draft_lines(visit, committee);
  auto const schema = decision_schema(visit);
  Json shown = Json::array();
  for (auto const& line : lines) shown.push_back(line_of(visit, committee, line, schema, saving.results));
  auto const count = [&](char const* state) {
    return std::count_if(lines.begin(), lines.end(),
                         [&](Json const& line) { return line.at("state") == state; });
  };
  auto results = results_in_words(visit, saving.results, names_of(lines));
  add_what_was_typed(visit, results, lines);
  auto page = committee_frame(visit, committee, "/decisions");
  page.update({{"results", results},
               {"trouble", saving.trouble},
               {"lines", shown},
               {"nobody", shown.empty()},
               {"to_open", count("on_committee_list")},
               {"has_to_open", count("on_committee_list") > 0},
               {"has_to_decide", std::any_of(lines.begin(), lines.end(), awaits_decision)},
               {"occurred_on", day_of_meeting(visit, committee)},
               {"today", to_string(visit.today())},
               {"key", api::new_uuid()}});
  bool const is_well = saving.trouble.empty() && all_done(saving.results);
  return render(visit, "committee_decisions", std::move(page), is_well ? 200 : 422);
}

http::Response show(Visit& visit) {
  return decision_page(visit, committee_of(visit));
}

// ---- opening and deciding ----

http::Response open_reviews(Visit& visit) {
  auto const committee = committee_of(visit);
  std::vector<CaseAct> acts;
  for (auto const& line : draft_lines(visit, committee))
    if (line.at("state") == "on_committee_list") acts.push_back({line.at("case")});
  return decision_page(visit, committee, {act_on_each(visit, "open_review", acts)});
}

// A rank is an order among those who are retained.
Json decision_of(Form const& part, Json const& schema) {
  auto data = data_of(schema, part);
  if (data.value("outcome", "") != "retained") data.erase("rank");
  return data;
}

// One line, or all those for which something is chosen.
std::vector<std::string> wanted_lines(Form const& form) {
  if (auto const one = form.text("seule"); !one.empty()) return {one};
  std::vector<std::string> wanted;
  for (auto const& reference : references_in(form))
    if (!form.part(reference).text("outcome").empty()) wanted.push_back(reference);
  return wanted;
}

Json decide_all(Visit const& visit, Json const& committee, Json const& decisions) {
  Json results = Json::array();
  for (std::size_t from = 0; from < decisions.size(); from += most_in_a_batch) {
    auto const to = std::min(from + most_in_a_batch, decisions.size());
    Json const some(
        std::vector<Json>(decisions.begin() + std::ptrdiff_t(from), decisions.begin() + std::ptrdiff_t(to)));
    auto const answer = visit.call_api(
        "POST", "/committees/" + committee.at("id").get<std::string>() + "/decisions",
        {{"decisions", some}, {"occurred_on", day_of_meeting(visit, committee)}}, visit.form.text("cle"));
    results.insert(results.end(), answer.at("items").begin(), answer.at("items").end());
  }
  return results;
}

http::Response decide(Visit& visit) {
  auto const committee = committee_of(visit);
  if (visit.form.text("seule").empty() && visit.form.text("toutes").empty())
    return decision_page(
        visit, committee,
        {Json::array(), "Rien n’est enregistré : choisissez un des boutons « Enregistrer »."});
  auto const schema = decision_schema(visit);
  Json decisions = Json::array();
  for (auto const& reference : wanted_lines(visit.form))
    decisions.push_back({{"case", id_of_reference(visit, reference)},
                         {"data", decision_of(visit.form.part(reference), schema)}});
  if (decisions.empty())
    return decision_page(visit, committee,
                         {Json::array(), "Rien n’est enregistré : aucune décision n’est choisie."});
  try {
    return decision_page(visit, committee, {decide_all(visit, committee, decisions)});
  } catch (api::ApiProblem const& problem) {  // the day of the meeting: nothing was done for any line
    if (problem.errors.empty()) throw;
    return decision_page(visit, committee,
                         {Json::array(), "Jour de la réunion : " + problem.errors.front().message});
  }
}

}  // namespace

std::vector<PageRoute> committee_decision_pages() {
  std::string const address = "/commissions/{which}/decisions";
  return {{.method = "GET", .address = address, .execute = show, .roles = deciders},
          {.method = "POST", .address = address, .execute = decide, .roles = deciders},
          {.method = "POST",
           .address = "/commissions/{which}/examen",
           .execute = open_reviews,
           .roles = deciders}};
}

}  // namespace jalon::pages
