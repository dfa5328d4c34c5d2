// /views: the lists of cases that an account keeps by a name. No search is kept: a name of a person is none
// of the filters.
#include "api/endpoints/saved_views.hpp"

#include <algorithm>
#include <array>

#include "api/endpoints/body.hpp"
#include "api/endpoints/case_lists.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "engine/text/utf8.hpp"

namespace jalon::api {

namespace {

constexpr std::size_t longest_name = 60;
constexpr std::array kept{"state",   "region",  "role",   "overdue", "mdph",
                          "session", "missing", "closed", "order"};

http::Response list_views(Exchange& exchange) {
  return page_response(
      {exchange.house.registers.saved_views(exchange.caller.establishment, exchange.caller.login),
       std::nullopt});
}

void check_filters(Body& body, Json const& filters) {
  for (auto const& [name, value] : filters.items()) {
    if (std::find(kept.begin(), kept.end(), name) == kept.end())
      body.wrong("filters/" + name, "unknown_field", "ce filtre n'est pas gardé");
    else if (!value.is_string() || value.get_ref<std::string const&>().size() > 100)
      body.wrong("filters/" + name, "type", "un texte est attendu");
  }
  body.refuse();
  case_filter_of([&](std::string_view name) -> std::optional<std::string> {
    auto const found = filters.find(std::string(name));
    return found == filters.end() ? std::nullopt : std::optional(found->get<std::string>());
  });
}

http::Response save_view(Exchange& exchange) {
  Body body(exchange.body, {"name", "filters"});
  auto const name = body.text("name");
  auto const filters = body.object("filters");
  if (name && utf8::length(*name) > longest_name) body.wrong("name", "range", "60 signes au plus");
  check_filters(body, filters);
  auto const saved = exchange.house.registers.save_view(exchange.caller.establishment, exchange.caller.login,
                                                        *name, filters);
  if (!saved)
    throw ApiProblem{ProblemName::not_allowed_here,
                     "Vous gardez déjà cinquante listes : supprimez-en une avant d'en ajouter."};
  return json_response(*saved, 201);
}

http::Response remove_view(Exchange& exchange) {
  Body(exchange.body, {}).refuse();
  auto const& caller = exchange.caller;
  if (!exchange.house.registers.remove_view(caller.establishment, caller.login, exchange.path.at("id")))
    throw ApiProblem{ProblemName::not_found, "Cette liste n'existe pas."};
  return {204, "", "", {}};
}

}  // namespace

std::vector<Route> saved_view_routes() {
  return {
      {.method = "GET",
       .address = "/views",
       .operation = "listViews",
       .summary = "Mes listes de dossiers",
       .execute = list_views,
       .roles = case_readers(),
       .answer_schema = schemas::page_of("SavedView"),
       .problems = {ProblemName::role_not_allowed}},
      {.method = "POST",
       .address = "/views",
       .operation = "saveView",
       .summary = "Garder une liste de dossiers sous un nom ; le même nom la remplace",
       .success = 201,
       .execute = save_view,
       .roles = case_readers(),
       .body_schema = schemas::new_view(),
       .answer_schema = schemas::reference("SavedView"),
       .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data, ProblemName::not_allowed_here}},
      {.method = "DELETE",
       .address = "/views/{id}",
       .operation = "removeView",
       .summary = "Supprimer une de mes listes",
       .success = 204,
       .execute = remove_view,
       .roles = case_readers(),
       .problems = {ProblemName::role_not_allowed, ProblemName::not_found}}};
}

}  // namespace jalon::api
