#include "api/endpoints/whole_file.hpp"

#include "api/endpoints/all_items.hpp"
#include "api/endpoints/need_to_know.hpp"
#include "api/endpoints/schema_parts.hpp"
#include "engine/ports/committees.hpp"
#include "engine/ports/disclosures.hpp"
#include "engine/ports/readings.hpp"

namespace jalon::api {

std::optional<Json> whole_file(House const& house, std::string const& establishment, std::string const& id) {
  Sight const sight{establishment, std::nullopt};
  Request const request{establishment, {"export", team_roles(), ""}, {}, ""};
  auto const outcome = house.runner.read(request, id);
  auto const* done = std::get_if<Done>(&outcome);
  if (!done) return std::nullopt;
  Json file{{"case", done->answer}};
  file["case"].erase("actions");
  auto& registers = house.registers;
  file["history"] =
      all_items([&](PageRequest const& page) { return registers.history(sight, id, page).value_or(Page{}); });
  file["messages"] = all_items([&](PageRequest const& page) { return registers.messages(sight, id, page); });
  file["transmissions"] =
      all_items([&](PageRequest const& page) { return registers.transmissions(sight, id, page); });
  file["committee_grades"] = house.committees.grades_of(establishment, id);
  file["consents"] = house.disclosures.consents_of(establishment, id)->at("entries");
  file["team"] = house.disclosures.team_of(establishment, id)->at("entries");
  file["exceptional_accesses"] = all_items(
      [&](PageRequest const& page) { return house.disclosures.exceptional_of(establishment, id, page); });
  file["readings"] =
      all_items([&](PageRequest const& page) { return house.readings.of_case(establishment, id, page); });
  return file;
}

namespace {

http::Response read_whole_file(Exchange& exchange) {
  auto const& id = exchange.path.at("id");
  auto const file =
      is_uuid(id) ? whole_file(exchange.house, exchange.caller.establishment, id) : std::nullopt;
  if (!file) throw ApiProblem{ProblemName::no_such_case, ""};
  enter_reading(exchange, file->at("case"));
  enter_reading_of_entries(exchange, id, file->at("history"));
  auto response = json_response(*file);
  response.headers.emplace_back(
      "Content-Disposition",
      "attachment; filename=\"" + file->at("case").at("reference").get<std::string>() + ".json\"");
  return response;
}

}  // namespace

std::vector<Route> whole_file_routes() {
  return {{.method = "GET",
           .address = "/cases/{id}/file",
           .operation = "readWholeFile",
           .summary = "Tout ce qui est gardé d'un dossier, pour la personne qui exerce son droit d'accès",
           .execute = read_whole_file,
           .roles = {Role::deputy_director},
           .answer_schema = schemas::object({{"case", schemas::anything()}, {"history", schemas::anything()}},
                                            {"case", "history"}),
           .problems = {ProblemName::role_not_allowed, ProblemName::no_such_case}}};
}

}  // namespace jalon::api
