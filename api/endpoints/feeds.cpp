// An account's calendar feeds: made and revoked with its token, read by whoever has the address.
#include "api/endpoints/feeds.hpp"

#include "api/endpoints/body.hpp"
#include "api/endpoints/feed_content.hpp"
#include "api/endpoints/hashing.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "engine/ports/establishment_scope.hpp"
#include "engine/ports/feeds.hpp"

namespace jalon::api {

namespace {

http::Response add_feed(Exchange& exchange) {
  Body body(exchange.body, {"name"});
  auto const name = body.optional_text("name").value_or("Agenda");
  body.refuse();
  auto const secret = new_token();
  auto feed =
      exchange.house.feeds.add(exchange.caller.establishment, exchange.caller.login, name, hash_of(secret));
  if (!feed) throw ApiProblem{ProblemName::unauthenticated, ""};
  (*feed)["address"] = address_of_feed(exchange.house.public_url, secret);
  return json_response(*feed, 201);
}

http::Response list_feeds(Exchange& exchange) {
  return page_response(exchange.house.feeds.list(exchange.caller.establishment, exchange.caller.login,
                                                 page_request(exchange)));
}

http::Response remove_feed(Exchange& exchange) {
  Body(exchange.body, {}).refuse();
  auto const& caller = exchange.caller;
  if (!exchange.house.feeds.remove(caller.establishment, caller.login, exchange.path.at("id")))
    throw ApiProblem{ProblemName::not_found, "Cet agenda n'existe pas."};
  return {204, "", "", {}};
}

// Weak, because the file says when it was made: it is the same as long as its dates are.
std::string tag_of(icalendar::Calendar const& calendar) {
  return "W/\"" + hash_of(icalendar::to_text(calendar, Instant{})).substr(0, 32) + "\"";
}

bool has_it_already(Exchange const& exchange, std::string const& tag) {
  auto const known = exchange.http.header("if-none-match");
  return known && (*known == "*" || known->find(tag.substr(2)) != std::string::npos);
}

http::Response read_feed(Exchange& exchange) {
  auto const owner = exchange.house.feeds.owner(hash_of(exchange.path.at("secret")));
  if (!owner) throw ApiProblem{ProblemName::not_found, ""};
  EstablishmentScope const scope(owner->establishment);
  auto const now = exchange.house.registers.clock().now;
  auto const& definitions = exchange.house.definitions;
  auto const wanted = wanted_by(*owner, roles_of(*owner), definitions, paris_date(now));
  auto const calendar = feed_calendar(exchange.house.feeds.dates(wanted), definitions);
  auto const tag = tag_of(calendar);
  std::vector<std::pair<std::string, std::string>> headers{{"ETag", tag},
                                                           {"Cache-Control", "private, no-cache"}};
  if (has_it_already(exchange, tag)) return {304, "", "", headers};
  headers.emplace_back("Content-Disposition", "inline; filename=\"jalon.ics\"");
  return {200, "text/calendar; charset=utf-8", icalendar::to_text(calendar, now), headers};
}

}  // namespace

std::string address_of_feed(std::string const& public_url, std::string const& secret) {
  return public_url + "/feeds/" + secret + ".ics";
}

std::vector<Route> feed_routes() {
  return {{.method = "POST",
           .address = "/feeds",
           .operation = "addFeed",
           .summary = "Ouvrir un agenda ; son adresse, qui contient un secret, n'est montrée qu'ici",
           .success = 201,
           .execute = add_feed,
           .roles = case_readers(),
           .body_schema = schemas::new_feed(),
           .answer_schema = schemas::opened_feed(),
           .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}},
          {.method = "GET",
           .address = "/feeds",
           .operation = "listFeeds",
           .summary = "Mes agendas",
           .execute = list_feeds,
           .roles = case_readers(),
           .answer_schema = schemas::page_of("Feed"),
           .parameters = page_parameters(),
           .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}},
          {.method = "DELETE",
           .address = "/feeds/{id}",
           .operation = "removeFeed",
           .summary = "Révoquer un agenda : son adresse ne mène plus à rien",
           .success = 204,
           .execute = remove_feed,
           .roles = case_readers(),
           .problems = {ProblemName::role_not_allowed, ProblemName::not_found}},
          {.method = "GET",
           .address = "/feeds/{secret}.ics",
           .operation = "readFeed",
           .summary = "Agenda au format iCalendar (RFC 5545), pour un logiciel qui s'y abonne",
           .execute = read_feed,
           .open_to_all = true,
           .outside_base = true,
           .answer_types = {"text/calendar"},
           .path_schemas = {{"secret", {{"type", "string"}}}},
           .problems = {ProblemName::not_found, ProblemName::unavailable},
           .gives_not_modified = true}};
}

}  // namespace jalon::api
