// Whether a person agrees that the MDPH's member of the committee reads how urgent their file is (C49), and
// that the whole team reads the conclusions (R2).
#include "api/endpoints/consents.hpp"

#include "api/endpoints/body.hpp"
#include "api/endpoints/disclosure_schemas.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "engine/ports/disclosures.hpp"

namespace jalon::api {

namespace {

http::Response read_consents(Exchange& exchange) {
  auto const consents =
      exchange.house.disclosures.consents_of(exchange.caller.establishment, exchange.path.at("id"));
  if (!consents) throw ApiProblem{ProblemName::no_such_case, ""};
  return json_response(*consents);
}

bool is_first(Body& body, std::string const& field, char const* first, char const* second) {
  auto const given = body.text(field);
  if (given && *given != first && *given != second)
    body.wrong(field, "value", std::string(first) + " ou " + second + " est attendu");
  return given == first;
}

Consent asked_consent(Exchange const& exchange) {
  Body body(exchange.body, {"purpose", "consent", "way", "on"});
  auto const today = paris_date(exchange.house.registers.clock().now);
  Consent consent;
  consent.purpose =
      is_first(body, "purpose", "mdph", "team") ? Consent::Purpose::mdph : Consent::Purpose::team;
  consent.given = is_first(body, "consent", "given", "withdrawn");
  consent.written = is_first(body, "way", "written", "oral");
  consent.on = body.optional_date("on").value_or(today);
  if (consent.on > today) body.wrong("on", "value", "ce jour n’est pas encore venu");
  body.refuse();
  return consent;
}

http::Response record_consent(Exchange& exchange) {
  auto const done = exchange.house.disclosures.record_consent(
      exchange.caller.establishment, exchange.path.at("id"), asked_consent(exchange), exchange.caller.login);
  if (done == Finished::no_such) throw ApiProblem{ProblemName::no_such_case, ""};
  if (done == Finished::not_this_way) throw invalid_data({{"/on", "value", "ce jour n’est pas encore venu"}});
  return read_consents(exchange);
}

}  // namespace

std::vector<Route> consent_routes() {
  Route reading{.method = "GET",
                .address = "/cases/{id}/consents",
                .operation = "readConsents",
                .summary =
                    "Ce que la personne a dit de qui peut lire quoi : l'urgence pour la MDPH, les "
                    "conclusions pour l'équipe",
                .execute = read_consents,
                .roles = team_roles(),
                .answer_schema = schemas::reference("Consents"),
                .problems = {ProblemName::role_not_allowed, ProblemName::no_such_case}};
  auto recording = reading;
  recording.method = "POST", recording.operation = "recordConsent";
  recording.summary = "Noter l’accord de la personne, ou son retrait : sans accord, ils ne lisent pas";
  recording.execute = record_consent, recording.body_schema = schemas::new_consent();
  recording.roles = {Role::admin_assistant, Role::coordinator, Role::doctor, Role::clinical_psychologist,
                     Role::social_worker};
  recording.problems.push_back(ProblemName::invalid_data);
  return {reading, recording};
}

}  // namespace jalon::api
