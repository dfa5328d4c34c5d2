#include "api/endpoints/transmissions.hpp"

#include "api/endpoints/body.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/worklists.hpp"
#include "engine/ports/report_writer.hpp"
#include "engine/ports/transmission_register.hpp"

namespace jalon::api {

namespace {

http::Response list_transmissions(Exchange& exchange) {
  return page_response(exchange.house.registers.transmissions(exchange.sight(), case_filter(exchange),
                                                              page_request(exchange)));
}

Json require_transmission(Exchange const& exchange) {
  auto const& id = exchange.path.at("id");
  auto found = exchange.house.registers.transmission(exchange.caller.establishment, id);
  if (!found) throw ApiProblem{ProblemName::not_found, "Cette transmission n'existe pas."};
  return std::move(*found);
}

http::Response confirm_transmission(Exchange& exchange) {
  auto& registers = exchange.house.registers;
  auto const transmission = require_transmission(exchange);
  Body body(exchange.body, {"on", "proof"});
  auto const on = body.date("on");
  auto const proof = body.optional_text("proof");
  auto const today = paris_date(registers.clock().now);
  if (auto const fault = on ? fault_of_confirmation(transmission, *on, today) : std::nullopt)
    body.wrong("on", *on > today ? "future" : "value", *fault);
  body.refuse();
  auto const done = registers.confirm_transmission(exchange.caller.establishment, exchange.path.at("id"), *on,
                                                   proof, exchange.caller.login);
  if (done == Finished::not_this_way)
    throw ApiProblem{ProblemName::not_allowed_here, why_not_confirmed(transmission)};
  return json_response(require_transmission(exchange));
}

http::Response read_document(Exchange& exchange) {
  auto const report = exchange.house.transmissions.report(exchange.sight(), exchange.path.at("id"));
  if (!report) throw ApiProblem{ProblemName::not_found, "Cette transmission n'existe pas."};
  auto const written = exchange.house.report_writer.write(*report);
  if (auto const* missing = std::get_if<Unwritable>(&written))
    throw ApiProblem{ProblemName::refused, "Ce document ne peut pas être écrit.", {}, *missing};
  auto const name = "inline; filename=\"" + report->reference + "-" + report->code + ".json\"";
  return {200, "application/fhir+json", std::get<Json>(written).dump(2), {{"Content-Disposition", name}}};
}

http::Response send_again(Exchange& exchange) {
  require_transmission(exchange);
  Body(exchange.body, {}).refuse();
  auto const done =
      exchange.house.transmissions.send_again(exchange.caller.establishment, exchange.path.at("id"));
  if (done == Finished::not_this_way)
    throw ApiProblem{ProblemName::not_allowed_here, "Cette transmission n'attend pas d'être renvoyée."};
  return json_response(require_transmission(exchange));
}

}  // namespace

std::optional<std::string> fault_of_confirmation(Json const& transmission, Date on, Date today) {
  if (on > today) return "cette date est dans l'avenir";
  auto const occurred_on = parse_date(transmission.at("occurred_on").get_ref<std::string const&>());
  if (on < *occurred_on) return "ce qui est transmis date du " + french(*occurred_on) + ", après cette date";
  return std::nullopt;
}

std::string why_not_confirmed(Json const& transmission) {
  if (transmission.at("status") == "queued")
    return "Cette transmission n'est pas encore à faire : le dossier n'est pas rattaché sur ViaTrajectoire.";
  if (transmission.at("delivery") == "sending")
    return "Cette transmission est en cours d'envoi : attendez un instant.";
  return "Cette transmission est déjà confirmée.";
}

std::vector<Route> transmission_routes() {
  RoleSet const readers = case_readers();
  auto parameters = page_parameters();
  parameters.insert(parameters.begin(), case_parameter());
  return {{.method = "GET",
           .address = "/transmissions",
           .operation = "listTransmissions",
           .summary = "Transmissions ViaTrajectoire, avec le texte à copier",
           .execute = list_transmissions,
           .roles = readers,
           .answer_schema = schemas::page_of("Transmission"),
           .parameters = parameters,
           .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}},
          {.method = "POST",
           .address = "/transmissions/{id}/confirm",
           .operation = "confirmTransmission",
           .summary = "Confirmer une transmission faite",
           .execute = confirm_transmission,
           .roles = {Role::admin_assistant},
           .body_schema = schemas::confirmation(),
           .answer_schema = schemas::reference("Transmission"),
           .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::not_allowed_here,
                        ProblemName::invalid_data}},
          {.method = "GET",
           .address = "/transmissions/{id}/sdo",
           .operation = "readSdoTask",
           .summary = "Une transmission au format d'échange national (FHIR, profil sdo-task)",
           .execute = read_document,
           .roles = readers,
           .answer_types = {"application/fhir+json"},
           .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::refused}},
          {.method = "POST",
           .address = "/transmissions/{id}/retry",
           .operation = "sendTransmissionAgain",
           .summary = "Laisser repartir un envoi refusé ou en doute, après avoir vérifié sur ViaTrajectoire",
           .execute = send_again,
           .roles = {Role::admin_assistant},
           .answer_schema = schemas::reference("Transmission"),
           .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::not_allowed_here,
                        ProblemName::invalid_data}}};
}

}  // namespace jalon::api
