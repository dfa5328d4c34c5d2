#include "api/pages/case_acts.hpp"

#include <algorithm>

#include "api/endpoints/hashing.hpp"
#include "api/pages/words.hpp"
#include "engine/model/field_labels.hpp"
#include "engine/text/counted.hpp"

namespace jalon::pages {

namespace {

std::string field_of(std::string const& pointer) {
  std::string const below = "/data/";
  auto const from = pointer.starts_with(below) ? below.size() : std::size_t(1);
  return pointer.substr(std::min(from, pointer.size()), pointer.find('/', from) - from);
}

void add_reason(Json& reasons, std::string const& text) {
  if (!text.empty()) reasons.push_back({{"text", text}});
}

Json reasons_of(Json const& problem) {
  Json reasons = Json::array();
  for (auto const& error : problem.value("errors", Json::array()))
    add_reason(reasons, std::string(french_label_of(field_of(error.at("pointer")))) + " : " +
                            error.at("message").get<std::string>());
  for (auto const& blocked : problem.value("blocked_by", Json::array()))
    add_reason(reasons, blocked.at("message"));
  if (reasons.empty()) add_reason(reasons, problem.value("detail", problem.value("title", "")));
  return reasons;
}

NamedCase named(NamedCases const& names, Json const& result) {
  auto const found = names.find(result.at("case").get<std::string>());
  return found == names.end() ? NamedCase{result.value("reference", ""), ""} : found->second;
}

}  // namespace

Json act_on_each(Visit const& visit, std::string const& event, std::vector<CaseAct> const& acts) {
  Json results = Json::array();
  auto const key = visit.form.text("cle");
  for (auto const& act : acts) {
    Json body{{"event", event}, {"data", act.data}};
    if (!act.occurred_on.empty()) body["occurred_on"] = act.occurred_on;
    auto const own_key = key.empty() ? key : api::hash_of(key + "\n" + event + "\n" + act.case_id);
    results.push_back(result_of_call(
        act.case_id, visit.ask_api("POST", "/cases/" + act.case_id + "/events", body, own_key)));
  }
  return results;
}

Json result_of_call(std::string const& case_id, http::Response const& response) {
  auto const answer = Json::parse(response.body);
  Json result{{"case", case_id}, {"done", response.status < 400}};
  if (response.status >= 400)
    result["problem"] = answer;
  else if (answer.contains("states"))
    result["states"] = answer.at("states");
  return result;
}

NamedCases names_of(Json const& lines) {
  NamedCases names;
  for (auto const& line : lines)
    names[line.at(line.contains("case") ? "case" : "id").get<std::string>()] = {line.at("reference"),
                                                                                name_of(line)};
  return names;
}

std::string id_of_reference(Visit const& visit, std::string const& reference) {
  auto const id = visit.house.registers.find_case(visit.sight(), reference);
  if (!id) throw api::ApiProblem{api::ProblemName::no_such_case, ""};
  return *id;
}

Json results_in_words(Visit const& visit, Json const& results, NamedCases const& names) {
  if (results.empty()) return nullptr;
  Json done = Json::array(), refused = Json::array();
  for (auto const& result : results) {
    auto const [reference, name] = named(names, result);
    Json line{{"reference", reference}, {"name", name}, {"typed", ""}, {"state", ""}};
    if (result.at("done") == true) {
      auto const journey = result.value("states", Json::object()).value("journey", "");
      line["state"] = label_of_state(visit.house.definitions, journey);
      done.push_back(std::move(line));
    } else {
      line["reasons"] = reasons_of(result.at("problem"));
      refused.push_back(std::move(line));
    }
  }
  return {{"count", counted(done.size(), "enregistré", "enregistrés") + ", " +
                        counted(refused.size(), "refusé", "refusés") + "."},
          {"has_refused", !refused.empty()},
          {"done", done},
          {"refused", refused}};
}

bool all_done(Json const& results) {
  return std::all_of(results.begin(), results.end(),
                     [](Json const& result) { return result.at("done") == true; });
}

FieldErrors errors_of(Json const& results, std::string const& case_id) {
  FieldErrors errors;
  for (auto const& result : results)
    if (result.at("case") == case_id && result.at("done") == false)
      for (auto const& error : result.at("problem").value("errors", Json::array()))
        errors.push_back({error.at("pointer"), error.at("code"), error.at("message")});
  return errors;
}

}  // namespace jalon::pages
