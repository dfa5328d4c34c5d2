#include "api/endpoints/openapi.hpp"

#include <algorithm>

#include "api/endpoints/browser_session.hpp"
#include "api/endpoints/openapi_schemas.hpp"

namespace jalon::api {

namespace {

Json parameter(std::string const& name, char const* place, std::string const& description, Json schema,
               bool required) {
  return {{"name", name},
          {"in", place},
          {"description", description},
          {"required", required},
          {"schema", std::move(schema)}};
}

// A browser's session has to show that a page of ours asks.
bool may_be_forged(Route const& route) {
  return !route.open_to_all && route.method != "GET";
}

Json parameters_of(Route const& route) {
  Json list = Json::array();
  if (route.address.find("{id}") != std::string::npos)
    list.push_back(parameter("id", "path", "Identifiant", {{"type", "string"}}, true));
  for (auto const& [name, schema] : route.path_schemas)
    list.push_back(parameter(name, "path", "Nom", schema, true));
  for (auto const& query : route.parameters)
    list.push_back(parameter(query.name, "query", query.description, query.schema, false));
  if (route.takes_key)
    list.push_back(parameter("Idempotency-Key", "header", "Répète la première réponse à la même demande",
                             {{"type", "string"}, {"maxLength", 200}}, false));
  if (route.gives_not_modified)
    list.push_back(parameter("If-None-Match", "header", "L'ETag connu", {{"type", "string"}}, false));
  if (may_be_forged(route))
    list.push_back(parameter("X-CSRF-Token", "header",
                             "Avec le cookie de session : le jeton de la session, que chaque page porte",
                             {{"type", "string"}}, false));
  if (route.takes_revision)
    list.push_back(
        parameter("If-Match", "header", "La révision lue, entre guillemets", {{"type", "string"}}, false));
  return list;
}

Json content(char const* type, Json schema) {
  return {{type, {{"schema", std::move(schema)}}}};
}

void add_problem(Json& responses, ProblemName name) {
  std::string const status = std::to_string(status_of(name));
  std::string description(french_title_of(name));
  if (responses.contains(status))
    description = responses[status]["description"].get<std::string>() + " " + description;
  responses[status] = {{"description", description},
                       {"content", content("application/problem+json", schemas::reference("Problem"))}};
}

Json responses_of(Route const& route) {
  Json answer{{"description", "Fait."}};
  for (auto const& type : route.answer_types)
    answer["content"].update(content(type.c_str(), {{"type", "string"}, {"format", "binary"}}));
  if (!route.answer_schema.is_null())
    answer["content"] = content("application/json", route.answer_schema);
  else if (route.answer_types.empty() && route.success != 204)
    answer["content"] = content("text/plain", {{"type", "string"}});
  Json responses{{std::to_string(route.success), answer}};
  if (route.gives_not_modified) responses["304"] = {{"description", "Inchangé depuis l'ETag connu."}};
  add_problem(responses, ProblemName::malformed);
  if (!route.open_to_all) add_problem(responses, ProblemName::unauthenticated);
  auto problems = route.problems;
  bool const has =
      std::find(problems.begin(), problems.end(), ProblemName::role_not_allowed) != problems.end();
  if (may_be_forged(route) && !has) problems.push_back(ProblemName::role_not_allowed);
  for (auto name : problems) add_problem(responses, name);
  return responses;
}

Json operation_of(Route const& route) {
  Json operation{
      {"operationId", route.operation}, {"summary", route.summary}, {"responses", responses_of(route)}};
  if (auto parameters = parameters_of(route); !parameters.empty())
    operation["parameters"] = std::move(parameters);
  if (!route.body_schema.is_null())
    operation["requestBody"] = {{"required", true},
                                {"content", content("application/json", route.body_schema)}};
  operation["security"] = route.open_to_all
                              ? Json::array()
                              : Json::array({{{"bearer", Json::array()}}, {{"cookieAuth", Json::array()}}});
  return operation;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

// Each event's data, under « preorientation.return_file ».
void add_event_schemas(std::vector<Definition> const& definitions, Json& components) {
  for (auto const& definition : definitions)
    for (auto const& event : definition.events) {
      if (event.of_engine || event.opening) continue;
      Json schema = event.schema();
      schema["title"] = std::string(event.label);
      components[std::string(definition.id) + "." + std::string(event.id)] = std::move(schema);
    }
}

Json data_of_events(Json const& components) {
  Json choices = Json::array();
  for (auto const& [name, unused] : components.items())
    if (name.find('.') != std::string::npos) choices.push_back(schemas::reference(name));
  return {{"anyOf", choices}};
}

Json security_schemes() {
  return {
      {"bearer", {{"type", "http"}, {"scheme", "bearer"}}},
      {"cookieAuth",
       {{"type", "apiKey"},
        {"in", "cookie"},
        {"name", session_cookie_name},
        {"description",
         "La session des pages. Ce qui change quelque chose demande en plus X-CSRF-Token et vient d'une page "
         "de ce site (Sec-Fetch-Site ou Origin). Avec un jeton d'accès, lui seul compte."}}}};
}

}  // namespace

Json openapi_document(std::vector<Route> const& routes, std::vector<Definition> const& definitions) {
  Json components = schemas::components();
  add_event_schemas(definitions, components);
  components["EventData"] = data_of_events(components);
  Json paths = Json::object();
  for (auto const& route : routes) {
    std::string const address = route.outside_base ? route.address : "/api/v1" + route.address;
    paths[address][lower(route.method)] = operation_of(route);
    if (route.operation == "submitEvent")
      paths[address]["post"]["requestBody"]["content"]["application/json"]["schema"]["properties"]["data"] =
          schemas::reference("EventData");
  }
  return {{"openapi", "3.0.3"},
          {"info",
           {{"title", "Jalon"},
            {"version", "1"},
            {"description", "Parcours d'admission des services de pré-orientation (ESPO)."},
            {"license", {{"name", "Propriétaire"}, {"url", "/"}}}}},
          {"servers", {{{"url", "/"}}}},
          {"paths", paths},
          {"components", {{"securitySchemes", security_schemes()}, {"schemas", components}}}};
}

}  // namespace jalon::api
