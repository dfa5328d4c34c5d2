// When colleagues are away: each says so of oneself, those who lead of everybody.
#include "api/endpoints/absences.hpp"

#include <algorithm>
#include <array>

#include "api/endpoints/body.hpp"
#include "api/endpoints/hashing.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "engine/ports/absences.hpp"

namespace jalon::api {

namespace {

constexpr std::array<std::string_view, 4> reasons{"leave", "training", "mission", "other"};
constexpr int longest_days = 366;
constexpr RoleSet leaders{Role::coordinator, Role::deputy_director, Role::administrator};

RoleSet those_who_may() {
  return team_roles() | RoleSet{Role::administrator};
}

std::string reason_of(Body& body) {
  auto const reason = body.text("reason").value_or("leave");
  if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
    body.wrong("reason", "value", "« leave », « training », « mission » ou « other » est attendu");
  return reason;
}

void check_days(Body& body, std::optional<Date> from, std::optional<Date> until, Date today) {
  if (!from || !until) return;
  if (*until < *from)
    body.wrong("until", "value", "le dernier jour ne peut pas venir avant le premier");
  else if (*until < today)
    body.wrong("until", "past", "cette absence est déjà finie");
  else if (days_between(*from, *until) >= longest_days)
    body.wrong("until", "value", "une absence dure au plus un an");
}

NewAbsence read_absence(Exchange& exchange) {
  Body body(exchange.body, {"login", "from", "until", "reason", "substitute"});
  auto const login = body.optional_text("login").value_or(exchange.caller.login);
  auto const from = body.date("from"), until = body.date("until");
  auto const reason = reason_of(body);
  auto const substitute = body.optional_text("substitute");
  check_days(body, from, until, paris_date(exchange.house.registers.clock().now));
  body.refuse();
  return {login, *from, *until, reason, substitute};
}

void refuse(AbsenceAdded outcome) {
  switch (outcome) {
    case AbsenceAdded::yes:
      return;
    case AbsenceAdded::no_such_account:
      throw invalid_data({{"/login", "reference", "ce compte n'existe pas ou n'est plus actif"}});
    case AbsenceAdded::no_such_substitute:
      throw invalid_data({{"/substitute", "reference", "un autre compte actif est attendu"}});
    case AbsenceAdded::substitute_without_role:
      throw invalid_data(
          {{"/substitute", "value",
            "cette personne n'a aucun des rôles de la personne absente, et ne coordonne pas"}});
    case AbsenceAdded::overlapping:
      throw invalid_data({{"/from", "overlapping", "une autre absence couvre déjà une partie de ces jours"}});
  }
}

void only_of_oneself(Exchange const& exchange, std::string const& login) {
  if (login != exchange.caller.login && !exchange.roles.meets(leaders))
    throw ApiProblem{ProblemName::role_not_allowed,
                     "L'absence d'une autre personne revient à la coordination."};
}

http::Response add_absence(Exchange& exchange) {
  auto const absence = read_absence(exchange);
  only_of_oneself(exchange, absence.login);
  auto const& caller = exchange.caller;
  auto const id = new_uuid();
  refuse(exchange.house.absences.add(caller.establishment, id, absence, caller.login));
  return json_response(*exchange.house.absences.find(caller.establishment, id), 201);
}

http::Response list_absences(Exchange& exchange) {
  std::optional<std::string> only;
  if (!exchange.roles.meets(leaders)) only = exchange.caller.login;
  return page_response(
      exchange.house.absences.list(exchange.caller.establishment, only, page_request(exchange)));
}

http::Response end_absence(Exchange& exchange) {
  Body(exchange.body, {}).refuse();
  auto& absences = exchange.house.absences;
  auto const& caller = exchange.caller;
  auto const found = absences.find(caller.establishment, exchange.path.at("id"));
  auto const is_seen = found && (exchange.roles.meets(leaders) || found->at("login") == caller.login ||
                                 found->at("substitute") == caller.login);
  if (!is_seen) throw ApiProblem{ProblemName::not_found, "Cette absence n'existe pas."};
  only_of_oneself(exchange, found->at("login").get<std::string>());
  if (!absences.end(caller.establishment, exchange.path.at("id"), caller.login))
    throw ApiProblem{ProblemName::not_allowed_here, "Cette absence est déjà finie."};
  return {204, "", "", {}};
}

}  // namespace

std::vector<Route> absence_routes() {
  return {
      {.method = "POST",
       .address = "/absences",
       .operation = "addAbsence",
       .summary = "Annoncer une absence : plus de rappel à cette personne, ses lignes vont à qui la remplace",
       .success = 201,
       .execute = add_absence,
       .roles = those_who_may(),
       .body_schema = schemas::new_absence(),
       .answer_schema = schemas::reference("Absence"),
       .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}},
      {.method = "GET",
       .address = "/absences",
       .operation = "listAbsences",
       .summary = "Les absences, la dernière annoncée d'abord ; les siennes, ou toutes pour la coordination",
       .execute = list_absences,
       .roles = those_who_may(),
       .answer_schema = schemas::page_of("Absence"),
       .parameters = page_parameters(),
       .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}},
      {.method = "DELETE",
       .address = "/absences/{id}",
       .operation = "endAbsence",
       .summary = "Finir une absence avant son terme ; elle reste dans la liste",
       .success = 204,
       .execute = end_absence,
       .roles = those_who_may(),
       .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::not_allowed_here}}};
}

}  // namespace jalon::api
