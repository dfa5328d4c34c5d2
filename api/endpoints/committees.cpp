// The committee's list: graded by doctor and social worker, sent to its members, read as a page, PDF,
// spreadsheet or JSON.
#include "api/endpoints/committees.hpp"

#include <charconv>

#include "api/endpoints/body.hpp"
#include "api/endpoints/committee_addresses.hpp"
#include "api/endpoints/committee_list.hpp"
#include "api/endpoints/committee_schemas.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/papers.hpp"
#include "engine/ports/committees.hpp"

namespace jalon::api {

namespace {

constexpr std::size_t longest_reason_bytes = 500;

ApiProblem no_such_committee() {
  return {ProblemName::not_found, "Cette commission n’existe pas."};
}

// ---- reading ----

http::Response read_committee(Exchange& exchange) {
  auto committee = exchange.house.committees.read(exchange.caller.establishment, exchange.path.at("id"));
  if (!committee) throw no_such_committee();
  if (!exchange.roles.meets(team_roles())) committee->erase("members");
  return json_response(*committee);
}

WantedList wanted_list(Exchange const& exchange) {
  auto const asked = exchange.query("version");
  if (!asked) return {};
  if (*asked == "draft") return {std::nullopt, true};
  int version = 0;
  auto const [end, error] = std::from_chars(asked->data(), asked->data() + asked->size(), version);
  if (error != std::errc{} || end != asked->data() + asked->size() || version < 1)
    throw invalid_data({{"/version", "value", "un numéro de version est attendu, ou « draft »"}});
  return {version, false};
}

Json list_for(Exchange& exchange) {
  auto list = exchange.house.committees.list(exchange.sight(), exchange.path.at("id"), wanted_list(exchange),
                                             exchange.caller.login);
  if (list) return list_seen_by(exchange.roles, std::move(*list));
  throw exchange.query("version") ? ApiProblem{ProblemName::not_found, "Cette version n’existe pas."}
                                  : no_such_committee();
}

http::Response read_list(Exchange& exchange) {
  auto const list = list_for(exchange);
  return page_or_pdf(exchange, paper(exchange, "committee_table", list_content(list)), list_file_name(list));
}

http::Response read_list_json(Exchange& exchange) {
  return json_response(list_for(exchange));
}

http::Response read_list_xlsx(Exchange& exchange) {
  auto const list = list_for(exchange);
  return xlsx_response(exchange.house, list_sheet(list), list_file_name(list));
}

// ---- grading ----

http::Response grade(Exchange& exchange, CommitteeGrade::Kind kind) {
  Body body(exchange.body, {"urgency", "reason"});
  auto const urgency = body.whole("urgency", 0, 3);
  auto const reason = body.text("reason");
  if (reason && reason->size() > longest_reason_bytes)
    body.wrong("reason", "length", "une conclusion courte est attendue, de 500 signes au plus");
  body.refuse();
  auto const done = exchange.house.committees.grade(exchange.caller.establishment, exchange.path.at("id"),
                                                    exchange.path.at("case"), {kind, *urgency, *reason},
                                                    exchange.caller.login);
  if (done == Finished::no_such) throw no_such_committee();
  if (done == Finished::not_this_way)
    throw ApiProblem{ProblemName::not_allowed_here,
                     "Ce dossier n’est pas inscrit à cette commission, ou elle a déjà décidé."};
  return json_response({{"case", exchange.path.at("case")}, {"urgency", *urgency}, {"reason", *reason}});
}

http::Response grade_social(Exchange& exchange) {
  return grade(exchange, CommitteeGrade::Kind::social);
}
http::Response grade_medical(Exchange& exchange) {
  return grade(exchange, CommitteeGrade::Kind::medical);
}

// ---- sending ----

http::Response send_list(Exchange& exchange) {
  Body(exchange.body, {}).refuse();
  auto const& id = exchange.path.at("id");
  auto const sent =
      exchange.house.committees.send_list(exchange.caller.establishment, id, exchange.caller.login,
                                          address_of_committee(exchange.house.public_url, id));
  switch (sent.outcome) {
    case SendingList::no_such_committee:
      throw no_such_committee();
    case SendingList::nobody_listed:
      throw ApiProblem{ProblemName::not_allowed_here, "Aucun dossier n’est inscrit à cette commission."};
    case SendingList::held_already:
      throw ApiProblem{ProblemName::not_allowed_here, "Cette commission est passée."};
    case SendingList::done:
      break;
  }
  return json_response(sent.answer);
}

Route reading(std::string address, std::string operation, std::string summary) {
  Route route{.method = "GET",
              .address = std::move(address),
              .operation = std::move(operation),
              .summary = std::move(summary),
              .execute = read_list,
              .roles = committee_readers()};
  route.parameters = {{"version",
                       "Une version envoyée, ou « draft » : ce que la liste serait maintenant (sans lui : la "
                       "dernière envoyée, sinon le projet)",
                       {{"type", "string"}}}};
  route.problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::invalid_data};
  return route;
}

Route paper_reading(std::string address, std::string operation, std::string summary,
                    std::vector<std::string> types) {
  auto route = reading(std::move(address), std::move(operation), std::move(summary));
  route.answer_types = std::move(types);
  route.problems.push_back(ProblemName::unavailable);
  return route;
}

Route grading(std::string kind, std::string operation, std::string summary, Role role,
              std::function<http::Response(Exchange&)> execute) {
  return {.method = "PUT",
          .address = "/committees/{id}/cases/{case}/" + kind,
          .operation = std::move(operation),
          .summary = std::move(summary),
          .execute = std::move(execute),
          .roles = {role},
          .body_schema = schemas::new_grade(),
          .answer_schema = schemas::reference("CommitteeGrade"),
          .path_schemas = {{"case", {{"type", "string"}, {"format", "uuid"}}}},
          .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::not_allowed_here,
                       ProblemName::invalid_data}};
}

}  // namespace

std::vector<Route> committee_routes() {
  auto json = reading("/committees/{id}/table.json", "readCommitteeListJson",
                      "Liste en vue de la commission, en JSON");
  json.execute = read_list_json, json.answer_schema = schemas::reference("CommitteeList");
  auto xlsx = paper_reading("/committees/{id}/table.xlsx", "readCommitteeListXlsx",
                            "Liste en vue de la commission, pour un tableur", {xlsx_type});
  xlsx.execute = read_list_xlsx;
  return {{.method = "GET",
           .address = "/committees/{id}",
           .operation = "readCommittee",
           .summary = "Une commission, les versions de sa liste et à qui elle irait maintenant",
           .execute = read_committee,
           .roles = committee_readers(),
           .answer_schema = schemas::reference("CommitteeSummary"),
           .problems = {ProblemName::role_not_allowed, ProblemName::not_found}},
          paper_reading("/committees/{id}/table", "readCommitteeTable",
                        "Liste en vue de la commission : la page, ou son PDF (Accept)",
                        {"text/html", "application/pdf"}),
          paper_reading("/committees/{id}/table.pdf", "readCommitteeTablePdf",
                        "Liste en vue de la commission, en PDF", {"application/pdf"}),
          json,
          xlsx,
          grading("social-urgency", "gradeSocialUrgency", "Évaluer l’urgence sociale d’un dossier inscrit",
                  Role::social_worker, grade_social),
          grading("medical-urgency", "gradeMedicalUrgency", "Évaluer l’urgence médicale d’un dossier inscrit",
                  Role::doctor, grade_medical),
          {.method = "POST",
           .address = "/committees/{id}/table/send",
           .operation = "sendCommitteeList",
           .summary = "Figer la liste et prévenir les membres de la commission",
           .execute = send_list,
           .roles = {Role::admin_assistant, Role::coordinator},
           .answer_schema = schemas::reference("SentCommitteeList"),
           .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::not_allowed_here,
                        ProblemName::invalid_data}}};
}

}  // namespace jalon::api
