// Dates proposed for a committee: to its members by e-mail, answered date by date, one of them chosen.
#include "api/endpoints/committee_dates.hpp"

#include <algorithm>

#include "api/endpoints/body.hpp"
#include "api/endpoints/committee_addresses.hpp"
#include "api/endpoints/committee_list.hpp"
#include "api/endpoints/committee_schemas.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "engine/ports/committee_meetings.hpp"

namespace jalon::api {

namespace {

constexpr std::size_t most_dates = 12;

OpeningCalendar calendar_of(Exchange const& exchange) {
  return exchange.house.settings.in_force(exchange.caller.establishment)->calendar;
}

ApiProblem no_such_proposal() {
  return {ProblemName::not_found, "Cette proposition de dates n’existe pas."};
}

Json require_proposal(Exchange const& exchange) {
  auto proposal = exchange.house.meetings.proposal(exchange.caller.establishment, exchange.path.at("id"));
  if (!proposal) throw no_such_proposal();
  return std::move(*proposal);
}

http::Response answer_with_proposal(Exchange const& exchange, int status = 200) {
  return json_response(require_proposal(exchange), status);
}

// ---- proposing ----

// Why a committee cannot meet on that day; empty when it can.
std::string why_not_on(std::string const& text, Date today, OpeningCalendar const& calendar) {
  auto const date = parse_date(text);
  if (!date) return "une date est attendue : AAAA-MM-JJ";
  if (*date <= today) return "cette date est passée : une date à venir est attendue";
  auto const closed = calendar.why_closed(*date);
  return closed ? "l’établissement est fermé ce jour-là : " + *closed : "";
}

std::vector<Date> asked_dates(Exchange const& exchange, Body& body) {
  auto const texts = body.texts("dates", most_dates);
  auto const today = paris_date(exchange.house.registers.clock().now);
  auto const calendar = calendar_of(exchange);
  std::vector<Date> dates;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto const pointer = "dates/" + std::to_string(i);
    if (auto const why = why_not_on(texts[i], today, calendar); !why.empty())
      body.wrong(pointer, "date", why);
    else if (std::find(dates.begin(), dates.end(), parse_date(texts[i])) != dates.end())
      body.wrong(pointer, "value", "cette date est déjà proposée");
    else
      dates.push_back(*parse_date(texts[i]));
  }
  std::sort(dates.begin(), dates.end());
  return dates;
}

http::Response propose(Exchange& exchange) {
  Body body(exchange.body, {"dates", "note"});
  auto const dates = asked_dates(exchange, body);
  auto const note = body.optional_text("note");
  body.refuse();
  return json_response(
      exchange.house.meetings.propose(exchange.caller.establishment, dates, note, exchange.caller.login,
                                      address_of_committees(exchange.house.public_url)),
      201);
}

http::Response list_proposals(Exchange& exchange) {
  return page_response(
      exchange.house.meetings.proposals(exchange.caller.establishment, page_request(exchange)));
}

http::Response read_proposal(Exchange& exchange) {
  return answer_with_proposal(exchange);
}

// ---- answering ----

bool is_proposed(Json const& proposal, std::string const& day) {
  auto const& dates = proposal.at("dates");
  return std::any_of(dates.begin(), dates.end(), [&](Json const& date) { return date.at("on") == day; });
}

void check_answer(Body& body, Json const& proposal, Json const& answer, std::size_t place) {
  auto const pointer = "answers/" + std::to_string(place);
  Body each(answer, {"on", "answer"});
  auto const on = each.date("on");
  auto const given = each.text("answer");
  for (auto const& error : each.errors()) body.wrong(pointer + error.pointer, error.code, error.message);
  if (on && !is_proposed(proposal, to_string(*on)))
    body.wrong(pointer + "/on", "value", "cette date n’est pas proposée");
  if (given && *given != "yes" && *given != "no" && *given != "if_needed")
    body.wrong(pointer + "/answer", "value", "yes, no ou if_needed est attendu");
}

Json asked_answers(Exchange const& exchange, Json const& proposal) {
  Body body(exchange.body, {"answers"});
  auto const found = exchange.body.is_object() ? exchange.body.find("answers") : exchange.body.end();
  if (!exchange.body.is_object() || found == exchange.body.end() || !found->is_array() || found->empty() ||
      found->size() > most_dates) {
    body.wrong("answers", "type", "une liste de 1 à 12 réponses est attendue");
    body.refuse();
  }
  for (std::size_t i = 0; i < found->size(); ++i) check_answer(body, proposal, found->at(i), i);
  body.refuse();
  return *found;
}

http::Response answer_proposal(Exchange& exchange) {
  auto const answers = asked_answers(exchange, require_proposal(exchange));
  auto const done = exchange.house.meetings.answer(exchange.caller.establishment, exchange.path.at("id"),
                                                   answers, exchange.caller.login);
  if (done == Finished::no_such) throw no_such_proposal();
  if (done == Finished::not_this_way)
    throw ApiProblem{ProblemName::not_allowed_here, "La date de cette commission est déjà choisie."};
  return answer_with_proposal(exchange);
}

// ---- choosing ----

http::Response choose_date(Exchange& exchange) {
  auto const proposal = require_proposal(exchange);
  Body body(exchange.body, {"date"});
  auto const date = body.date("date");
  if (date && !is_proposed(proposal, to_string(*date)))
    body.wrong("date", "value", "cette date n’est pas proposée");
  body.refuse();
  auto const done = exchange.house.meetings.choose(exchange.caller.establishment, exchange.path.at("id"),
                                                   *date, exchange.caller.login);
  if (done == Finished::no_such) throw no_such_proposal();
  if (done == Finished::not_this_way)
    throw ApiProblem{ProblemName::not_allowed_here, "Une autre date est déjà choisie."};
  return answer_with_proposal(exchange);
}

Route route(std::string method, std::string address, std::string operation, std::string summary,
            RoleSet roles, std::function<http::Response(Exchange&)> execute) {
  return {.method = std::move(method),
          .address = "/committee-proposals" + address,
          .operation = std::move(operation),
          .summary = std::move(summary),
          .execute = std::move(execute),
          .roles = roles,
          .answer_schema = schemas::reference("CommitteeProposal"),
          .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::not_allowed_here,
                       ProblemName::invalid_data}};
}

}  // namespace

std::vector<Route> committee_date_routes() {
  constexpr RoleSet organisers{Role::admin_assistant, Role::coordinator};
  auto proposing = route("POST", "", "proposeCommitteeDates",
                         "Proposer des dates de commission à ses membres", organisers, propose);
  proposing.success = 201, proposing.body_schema = schemas::new_proposal();
  auto listing = route("GET", "", "listCommitteeProposals", "Propositions de dates", committee_readers(),
                       list_proposals);
  listing.answer_schema = schemas::page_of("CommitteeProposal"), listing.parameters = page_parameters();
  auto answering =
      route("POST", "/{id}/answers", "answerCommitteeProposal",
            "Répondre pour chaque date : oui, non, s’il le faut", committee_readers(), answer_proposal);
  answering.body_schema = schemas::proposal_answers();
  auto choosing = route("POST", "/{id}/choice", "chooseCommitteeDate",
                        "Choisir une date : la commission est fixée", organisers, choose_date);
  choosing.body_schema = schemas::proposal_choice();
  return {proposing, listing,
          route("GET", "/{id}", "readCommitteeProposal", "Une proposition de dates et ses réponses",
                committee_readers(), read_proposal),
          answering, choosing};
}

}  // namespace jalon::api
