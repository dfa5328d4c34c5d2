// Reading for once what one's role does not: a reason is asked for, those who answer for the house are told,
// and it stays in the register (pathway A.21).
#include "api/endpoints/exceptional_accesses.hpp"

#include "api/endpoints/body.hpp"
#include "api/endpoints/disclosure_schemas.hpp"
#include "api/endpoints/need_to_know.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "engine/ports/disclosures.hpp"
#include "engine/text/utf8.hpp"

namespace jalon::api {

namespace {

constexpr std::size_t least_letters = 10, most_letters = 500;

std::string asked_reason(Exchange const& exchange) {
  Body body(exchange.body, {"reason"});
  auto const reason = body.text("reason");
  auto const letters = reason ? utf8::length(*reason) : 0;
  if (reason && (letters < least_letters || letters > most_letters))
    body.wrong("reason", "length", "une phrase de 10 à 500 signes est attendue");
  body.refuse();
  return *reason;
}

http::Response open_access(Exchange& exchange) {
  auto const reason = asked_reason(exchange);
  if (!could_read_more(exchange.roles))
    throw ApiProblem{ProblemName::not_allowed_here, "Votre rôle lit déjà tous les faits de ce dossier."};
  auto const access =
      exchange.house.disclosures.open_exceptional(exchange.caller.establishment, exchange.path.at("id"),
                                                  exchange.caller.login, reason, exchange.house.public_url);
  if (!access) throw ApiProblem{ProblemName::no_such_case, ""};
  return json_response(*access, 201);
}

http::Response list_accesses(Exchange& exchange) {
  auto const& id = exchange.path.at("id");
  if (!is_uuid(id) || !exchange.house.registers.history(exchange.sight(), id, {1, std::nullopt}))
    throw ApiProblem{ProblemName::no_such_case, ""};
  return page_response(
      exchange.house.disclosures.exceptional_of(exchange.caller.establishment, id, page_request(exchange)));
}

}  // namespace

std::vector<Route> exceptional_access_routes() {
  Route listing{.method = "GET",
                .address = "/cases/{id}/exceptional-accesses",
                .operation = "listExceptionalAccesses",
                .summary = "Les accès exceptionnels à ce dossier : qui, pourquoi, jusqu'à quand",
                .execute = list_accesses,
                .roles = readers_of_register(),
                .answer_schema = schemas::page_of("ExceptionalAccess"),
                .parameters = page_parameters(),
                .problems = {ProblemName::role_not_allowed, ProblemName::no_such_case}};
  Route opening{.method = "POST",
                .address = "/cases/{id}/exceptional-accesses",
                .operation = "openExceptionalAccess",
                .summary =
                    "Lire pendant une heure ce que son rôle ne lit pas : le motif est gardé, la "
                    "coordination et la direction en sont averties",
                .success = 201,
                .execute = open_access,
                .roles = team_roles(),
                .body_schema = schemas::new_exceptional_access(),
                .answer_schema = schemas::reference("ExceptionalAccess"),
                .problems = {ProblemName::role_not_allowed, ProblemName::no_such_case,
                             ProblemName::invalid_data, ProblemName::not_allowed_here}};
  return {listing, opening};
}

}  // namespace jalon::api
