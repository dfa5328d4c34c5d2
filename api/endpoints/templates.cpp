// The texts of letters and e-mails, as an establishment edits them.
#include "api/endpoints/templates.hpp"

#include "api/endpoints/body.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/papers.hpp"
#include "engine/ports/letter_register.hpp"
#include "engine/ports/press.hpp"

namespace jalon::api {

namespace {

ShippedTemplate require_shipped(Exchange const& exchange) {
  auto shipped = exchange.house.press.shipped(exchange.path.at("id"));
  if (!shipped) throw ApiProblem{ProblemName::not_found, "Ce modèle n’existe pas."};
  return std::move(*shipped);
}

// As it is in force: the newest own version, if it has a text.
Json present(std::string const& name, ShippedTemplate const& shipped, Json const& newest) {
  bool const own = !newest.is_null() && !newest.at("text").is_null();
  return {{"name", name},
          {"version", own ? std::to_string(newest.at("version").get<int>()) : shipped.version},
          {"own", own},
          {"text", own ? newest.at("text") : Json(shipped.text)},
          {"set_by", newest.is_null() ? Json() : newest.at("set_by")},
          {"set_at", newest.is_null() ? Json() : newest.at("set_at")}};
}

Json newest_of(Json const& versions, std::string const& name) {
  for (auto const& version : versions)
    if (version.at("name") == name) return version;
  return nullptr;
}

http::Response list_templates(Exchange& exchange) {
  if (page_request(exchange).cursor) throw BadCursor("the one page has no next");
  auto const& press = exchange.house.press;
  auto const own = exchange.house.letters.own_templates(exchange.caller.establishment, std::nullopt);
  Json items = Json::array();
  for (auto const& name : press.names()) {
    auto item = present(name, *press.shipped(name), newest_of(own, name));
    item.erase("text");
    items.push_back(std::move(item));
  }
  return json_response({{"items", items}, {"next", nullptr}});
}

http::Response read_template(Exchange& exchange) {
  auto const shipped = require_shipped(exchange);
  auto const& name = exchange.path.at("id");
  auto const own = exchange.house.letters.own_templates(exchange.caller.establishment, name);
  return json_response(present(name, shipped, newest_of(own, name)));
}

http::Response template_history(Exchange& exchange) {
  require_shipped(exchange);
  if (page_request(exchange).cursor) throw BadCursor("the one page has no next");
  auto const own =
      exchange.house.letters.own_templates(exchange.caller.establishment, exchange.path.at("id"));
  return json_response({{"items", own}, {"next", nullptr}});
}

void refuse_faults(Press const& press, std::string const& text) {
  FieldErrors errors;
  for (auto const& fault : press.faults(text))
    errors.push_back({"/text", "template", "ligne " + std::to_string(fault.line) + " : " + fault.reason});
  if (!errors.empty()) throw invalid_data(std::move(errors));
}

http::Response set_template(Exchange& exchange) {
  require_shipped(exchange);
  auto const& house = exchange.house;
  Body body(exchange.body, {"text"});
  auto const text = body.text("text");
  body.refuse();
  refuse_faults(house.press, *text);
  house.letters.set_template(exchange.caller.establishment, exchange.path.at("id"), *text,
                             exchange.caller.login);
  auto response = read_template(exchange);
  Json answer = Json::parse(response.body);
  answer["remarks"] = house.press.remarks(*text);
  return json_response(answer);
}

// The text given, else the one in force; of an invented person, so that nobody's data is needed to look at
// it.
http::Response sample_of_template(Exchange& exchange) {
  auto const shipped = require_shipped(exchange);
  auto const& name = exchange.path.at("id");
  auto const& house = exchange.house;
  Body body(exchange.body, {"text", "language"});
  auto const given = body.optional_text("text");
  auto const language = body.optional_text("language").value_or("usual");
  if (language != "usual" && language != "plain")
    body.wrong("language", "value", "« usual » ou « plain » (langage simple)");
  body.refuse();
  if (given) refuse_faults(house.press, *given);
  auto const own = house.letters.own_templates(exchange.caller.establishment, name);
  auto const text =
      given ? *given : present(name, shipped, newest_of(own, name)).at("text").get<std::string>();
  auto const sample = house.press.sample(name, OwnTemplate{0, text}, language == "plain");
  return page_or_pdf(exchange, sample.html, name);
}

http::Response reset_template(Exchange& exchange) {
  require_shipped(exchange);
  exchange.house.letters.set_template(exchange.caller.establishment, exchange.path.at("id"), std::nullopt,
                                      exchange.caller.login);
  return read_template(exchange);
}

}  // namespace

std::vector<Route> template_routes() {
  RoleSet const readers = team_roles() | RoleSet{Role::administrator}, editors{Role::administrator};
  std::vector<ProblemName> const problems{ProblemName::role_not_allowed, ProblemName::not_found,
                                          ProblemName::invalid_data};
  return {
      {.method = "GET",
       .address = "/templates",
       .operation = "listTemplates",
       .summary = "Les modèles de courriers, avec leur version",
       .execute = list_templates,
       .roles = readers,
       .answer_schema = schemas::page_of("TemplateSummary"),
       .parameters = page_parameters(),
       .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}},
      {.method = "GET",
       .address = "/templates/{id}",
       .operation = "readTemplate",
       .summary = "Un modèle : le texte en vigueur",
       .execute = read_template,
       .roles = readers,
       .answer_schema = schemas::reference("Template"),
       .problems = problems},
      {.method = "PUT",
       .address = "/templates/{id}",
       .operation = "setTemplate",
       .summary = "Remplacer le texte d'un modèle ; un texte qui ne convient pas est refusé, ligne par ligne",
       .execute = set_template,
       .roles = editors,
       .body_schema = schemas::new_template(),
       .answer_schema = schemas::reference("Template"),
       .problems = problems},
      {.method = "DELETE",
       .address = "/templates/{id}",
       .operation = "resetTemplate",
       .summary = "Revenir au texte fourni avec Jalon",
       .execute = reset_template,
       .roles = editors,
       .answer_schema = schemas::reference("Template"),
       .problems = problems},
      {.method = "POST",
       .address = "/templates/{id}/sample",
       .operation = "sampleTemplate",
       .summary = "Ce que donne un texte, pour une personne inventée : la page, ou son PDF (Accept)",
       .execute = sample_of_template,
       .roles = readers,
       .body_schema = schemas::template_sample(),
       .answer_types = {"text/html", "application/pdf"},
       .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::invalid_data,
                    ProblemName::unavailable}},
      {.method = "GET",
       .address = "/templates/{id}/versions",
       .operation = "listTemplateVersions",
       .summary = "Toutes les versions qu'un modèle a eues ici, la plus récente d'abord",
       .execute = template_history,
       .roles = readers,
       .answer_schema = schemas::page_of("TemplateVersion"),
       .parameters = page_parameters(),
       .problems = problems}};
}

}  // namespace jalon::api
