#include "api/endpoints/batch.hpp"

#include <set>

#include "api/endpoints/hashing.hpp"

namespace jalon::api {

namespace {

bool names_a_case(Json const& item) {
  auto const found = item.is_object() ? item.find("case") : item.end();
  return item.is_object() && found != item.end() && found->is_string() &&
         is_uuid(found->get_ref<std::string const&>());
}

Json as_it_stands(std::string const& case_id, Outcome const& outcome) {
  Json result{{"case", case_id}};
  auto const* found = std::get_if<Done>(&outcome);
  if (!found) return result;
  result["reference"] = found->answer.at("reference");
  result["revision"] = found->revision;
  result["states"] = found->answer.at("states");
  return result;
}

Json result_of(Exchange const& exchange, std::string const& case_id,
               std::function<Outcome(std::string const&)> const& act) {
  try {
    auto const outcome = act(case_id);
    respond(outcome);  // throws the problem it is
    auto result = as_it_stands(case_id, outcome);
    result["done"] = true;
    return result;
  } catch (ApiProblem const& problem) {
    auto result = as_it_stands(case_id, exchange.house.runner.read(exchange.request(), case_id));
    result["done"] = false, result["problem"] = Json::parse(to_response(problem).body);
    return result;
  }
}

}  // namespace

std::vector<Json> batch_items(Body& body, Json const& json, std::string const& field) {
  auto const found = json.is_object() ? json.find(field) : json.end();
  bool const is_list = json.is_object() && found != json.end() && found->is_array() && !found->empty() &&
                       found->size() <= most_in_a_batch;
  if (!is_list) {
    body.wrong(field, "type", "une liste de 1 à 100 dossiers est attendue");
    return {};
  }
  std::vector<Json> items;
  std::set<std::string> seen;
  auto const errors_before = body.errors().size();
  for (auto const& item : *found) {
    auto const place = field + "/" + std::to_string(items.size()) + "/case";
    if (!names_a_case(item))
      body.wrong(place, "reference", "l’identifiant d’un dossier est attendu");
    else if (!seen.insert(item.at("case").get<std::string>()).second)
      body.wrong(place, "value", "ce dossier est déjà dans la liste");
    items.push_back(item);
  }
  if (body.errors().size() > errors_before) items.clear();
  return items;
}

Request request_of_part(Exchange const& exchange, std::string const& case_id, Command const& command) {
  auto request = exchange.request();
  if (!request.key) return request;
  request.key = hash_of(*request.key + "\n" + command.event + "\n" + case_id);
  request.body_hash = hash_of(exchange.http.path + "\n" + command.event + "\n" + command.data.dump());
  return request;
}

Outcome submit_part(Exchange const& exchange, std::string const& case_id, Command const& command) {
  return exchange.house.runner.submit(request_of_part(exchange, case_id, command), case_id, command);
}

http::Response batch_response(Exchange const& exchange, std::vector<std::string> const& cases,
                              std::function<Outcome(std::string const& case_id)> const& act) {
  Json items = Json::array();
  for (auto const& case_id : cases) items.push_back(result_of(exchange, case_id, act));
  return page_response({items, std::nullopt});
}

}  // namespace jalon::api
