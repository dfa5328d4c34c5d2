// Letters to print: one, or a batch in the order of a list.
#include "api/endpoints/letters.hpp"

#include <algorithm>

#include "api/endpoints/body.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/papers.hpp"
#include "engine/ports/letter_register.hpp"

namespace jalon::api {

namespace {

constexpr std::size_t most_in_a_batch = 100;

std::string why_unreadable(Json const& letter) {
  return letter.at("status") == "cancelled"
             ? "Ce courrier est annulé."
             : "Ce courrier n’est pas encore prêt : réessayez dans un instant.";
}

http::Response read_letter(Exchange& exchange) {
  auto const letters =
      exchange.house.letters.read(exchange.sight(), {exchange.path.at("id")}, exchange.caller.login);
  if (letters.empty()) throw ApiProblem{ProblemName::not_found, "Ce courrier n’existe pas."};
  auto const& letter = letters[0];
  if (letter.at("html").is_null()) throw ApiProblem{ProblemName::not_allowed_here, why_unreadable(letter)};
  return page_or_pdf(
      exchange, letter.at("html"),
      letter.at("reference").get<std::string>() + "-" + letter.at("template").get<std::string>());
}

std::vector<std::string> asked_messages(Exchange const& exchange) {
  Body body(exchange.body, {"messages"});
  auto const ids = body.texts("messages", most_in_a_batch);
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (!is_uuid(ids[i]))
      body.wrong("messages/" + std::to_string(i), "reference", "un identifiant est attendu");
  body.refuse();
  return ids;
}

// Each that is missing or not ready is named by its place in the list.
void refuse_gaps(std::vector<std::string> const& asked, Json const& letters) {
  FieldErrors errors;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    auto const found = std::find_if(letters.begin(), letters.end(),
                                    [&](Json const& letter) { return letter.at("id") == asked[i]; });
    auto const pointer = "/messages/" + std::to_string(i);
    if (found == letters.end())
      errors.push_back({pointer, "reference", "ce courrier n’existe pas"});
    else if (found->at("html").is_null())
      errors.push_back({pointer, "value", why_unreadable(*found)});
  }
  if (!errors.empty()) throw invalid_data(std::move(errors));
}

http::Response print_letters(Exchange& exchange) {
  auto const asked = asked_messages(exchange);
  auto const letters = exchange.house.letters.read(exchange.sight(), asked, exchange.caller.login);
  refuse_gaps(asked, letters);
  std::vector<std::string> pages;
  for (auto const& letter : letters) pages.push_back(letter.at("html"));
  return pdf_response(exchange.house, pages,
                      pages.size() == 1 ? "" : std::to_string(pages.size()) + " courriers", "courriers");
}

void require_letter(Exchange const& exchange) {
  auto const message = exchange.house.letters.message(exchange.caller.establishment, exchange.path.at("id"));
  if (!message || message->at("kind") != "letter")
    throw ApiProblem{ProblemName::not_found, "Ce courrier n’existe pas."};
}

Date require_past_day(Exchange const& exchange, Body& body) {
  auto const on = body.date("on");
  if (on && *on > paris_date(exchange.house.registers.clock().now))
    body.wrong("on", "future", "cette date est dans l'avenir");
  body.refuse();
  return *on;
}

http::Response answer_with_message(Exchange const& exchange) {
  return json_response(
      *exchange.house.letters.message(exchange.caller.establishment, exchange.path.at("id")));
}

http::Response post_letter(Exchange& exchange) {
  require_letter(exchange);
  Body body(exchange.body, {"on"});
  auto const on = require_past_day(exchange, body);
  auto const done = exchange.house.letters.post(exchange.caller.establishment, exchange.path.at("id"), on,
                                                exchange.caller.login);
  if (done != Finished::yes)
    throw ApiProblem{ProblemName::not_allowed_here, "Ce courrier n’est pas prêt, ou il est déjà parti."};
  return answer_with_message(exchange);
}

http::Response take_back_letter(Exchange& exchange) {
  require_letter(exchange);
  Body body(exchange.body, {"on", "reason"});
  auto const reason = body.text("reason");
  auto const on = require_past_day(exchange, body);
  auto const done = exchange.house.letters.take_back(exchange.caller.establishment, exchange.path.at("id"),
                                                     on, *reason, exchange.caller.login);
  if (done != Finished::yes)
    throw ApiProblem{ProblemName::not_allowed_here,
                     "Ce courrier n’est pas parti, pas encore à cette date, ou son retour est déjà noté."};
  return answer_with_message(exchange);
}

}  // namespace

std::vector<Route> letter_routes() {
  std::vector<ProblemName> const problems{ProblemName::role_not_allowed, ProblemName::not_found,
                                          ProblemName::not_allowed_here, ProblemName::unavailable};
  std::vector<ProblemName> const posting_problems{ProblemName::role_not_allowed, ProblemName::not_found,
                                                  ProblemName::not_allowed_here, ProblemName::invalid_data};
  return {{.method = "GET",
           .address = "/messages/{id}/letter",
           .operation = "readLetter",
           .summary = "Un courrier prêt : la page, ou son PDF (Accept)",
           .execute = read_letter,
           .roles = case_readers(),
           .answer_types = {"text/html", "application/pdf"},
           .problems = problems},
          {.method = "GET",
           .address = "/messages/{id}/letter.pdf",
           .operation = "readLetterPdf",
           .summary = "Un courrier prêt, en PDF",
           .execute = read_letter,
           .roles = case_readers(),
           .answer_types = {"application/pdf"},
           .problems = problems},
          {.method = "POST",
           .address = "/letters",
           .operation = "printLetters",
           .summary = "Plusieurs courriers en un PDF, dans l'ordre de la liste",
           .execute = print_letters,
           .roles = case_readers(),
           .body_schema = schemas::batch_of_letters(),
           .answer_types = {"application/pdf"},
           .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data, ProblemName::unavailable}},
          {.method = "POST",
           .address = "/messages/{id}/posted",
           .operation = "postLetter",
           .summary = "Dire quel jour un courrier est parti",
           .execute = post_letter,
           .roles = {Role::admin_assistant},
           .body_schema = schemas::day(),
           .answer_schema = schemas::reference("Message"),
           .problems = posting_problems},
          {.method = "POST",
           .address = "/messages/{id}/returned",
           .operation = "takeBackLetter",
           .summary = "Noter qu'un courrier est revenu, et pourquoi",
           .execute = take_back_letter,
           .roles = {Role::admin_assistant},
           .body_schema = schemas::letter_return(),
           .answer_schema = schemas::reference("Message"),
           .problems = posting_problems}};
}

}  // namespace jalon::api
