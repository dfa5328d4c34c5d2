#include "api/endpoints/signatories.hpp"

#include <algorithm>

#include "api/endpoints/body.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "engine/ports/press.hpp"

namespace jalon::api {

namespace {

constexpr std::size_t longest_bytes = 200;

Json signatories_of(Exchange const& exchange) {
  auto const setting = exchange.house.registers.setting(exchange.caller.establishment, "signatories");
  return setting.is_object() ? setting : Json::object();
}

Json present(std::string const& name, Json const& signatories) {
  auto const own = signatories.value(name, Json::object());
  return {{"template", name}, {"name", own.value("name", Json())}, {"title", own.value("title", Json())}};
}

std::string asked_template(Exchange const& exchange) {
  auto const known = signed_templates(exchange.house.press);
  auto const& name = exchange.path.at("id");
  if (std::find(known.begin(), known.end(), name) == known.end())
    throw ApiProblem{ProblemName::not_found, "Aucun courrier signé ne porte ce nom."};
  return name;
}

http::Response list_signatories(Exchange& exchange) {
  if (page_request(exchange).cursor) throw BadCursor("the one page has no next");
  auto const signatories = signatories_of(exchange);
  Json items = Json::array();
  for (auto const& name : signed_templates(exchange.house.press)) items.push_back(present(name, signatories));
  return page_response({items, std::nullopt});
}

http::Response keep(Exchange& exchange, std::string const& name, Json const& signatories) {
  exchange.house.registers.set_setting(exchange.caller.establishment, "signatories", signatories,
                                       exchange.caller.login);
  return json_response(present(name, signatories));
}

http::Response set_signatory(Exchange& exchange) {
  auto const name = asked_template(exchange);
  Body body(exchange.body, {"name", "title"});
  auto const who = body.text("name"), title = body.optional_text("title");
  for (auto const& [field, text] : {std::pair{"name", who}, {"title", title}})
    if (text && text->size() > longest_bytes) body.wrong(field, "length", "200 signes au plus");
  body.refuse();
  auto signatories = signatories_of(exchange);
  signatories[name] = {{"name", *who}};
  if (title) signatories[name]["title"] = *title;
  return keep(exchange, name, signatories);
}

http::Response remove_signatory(Exchange& exchange) {
  auto const name = asked_template(exchange);
  auto signatories = signatories_of(exchange);
  signatories.erase(name);
  return keep(exchange, name, signatories);
}

}  // namespace

std::vector<std::string> signed_templates(Press const& press) {
  auto names = press.names();
  std::erase_if(names, [&](std::string const& name) {
    auto const text = press.shipped(name)->text;
    return text.find("{{>signature}}") == std::string::npos &&
           text.find("{{>closing}}") == std::string::npos &&
           text.find("establishment.signatory") == std::string::npos;
  });
  return names;
}

std::vector<Route> signatory_routes() {
  Route listing{.method = "GET",
                .address = "/settings/signatories",
                .operation = "listSignatories",
                .summary = "Qui signe chaque sorte de courrier (null : la personne de l’en-tête)",
                .execute = list_signatories,
                .roles = team_roles() | RoleSet{Role::administrator},
                .answer_schema = schemas::page_of("Signatory"),
                .parameters = page_parameters(),
                .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}};
  Route setting{
      .method = "PUT",
      .address = "/settings/signatories/{id}",
      .operation = "setSignatory",
      .summary = "Dire qui signe une sorte de courrier, par exemple le médecin ou la direction",
      .execute = set_signatory,
      .roles = {Role::administrator, Role::deputy_director},
      .body_schema = schemas::new_signatory(),
      .answer_schema = schemas::reference("Signatory"),
      .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::invalid_data}};
  auto removing = setting;
  removing.method = "DELETE", removing.operation = "removeSignatory";
  removing.summary = "Revenir à la personne de l’en-tête", removing.execute = remove_signatory;
  removing.body_schema = nullptr;
  return {listing, setting, removing};
}

}  // namespace jalon::api
