#include "api/commands/desk.hpp"

#include "api/commands/french.hpp"
#include "api/commands/house_of.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::commands {

namespace {

Registers::Caller account_of(Program& program, CommonOptions const& common, std::string const& login) {
  auto found = program.registers.caller_of_login(program.establishment(common), login);
  if (!found) throw CommandFailed("Il n'y a pas de compte actif « " + login + " ».");
  return std::move(*found);
}

std::vector<std::string> segments_of(std::string const& path) {
  std::vector<std::string> segments;
  for (std::size_t from = 1; from <= path.size();) {
    auto const to = std::min(path.find('/', from), path.size());
    segments.push_back(path.substr(from, to - from));
    from = to + 1;
  }
  return segments;
}

}  // namespace

void add_acting(CLI::App& verb, std::string& login) {
  verb.add_option("--login", login,
                  "Le compte au nom duquel c'est fait : ses rôles valent, l'historique le nomme")
      ->required();
}

Desk::Desk(Program& program, CommonOptions const& common, Acting const& acting)
    : program_(program),
      house_(house_of(program, {}, acting.public_url)),
      router_(house_, api::all_routes()),
      caller_(account_of(program, common, acting.login)) {}

http::Response Desk::answer(std::string const& method, std::string const& address, Json const& body,
                            std::string const& key) {
  http::Request request;
  request.method = method;
  request.path = "/api/v1" + address;
  request.segments = segments_of(request.path);
  if (!body.is_null()) request.body = body.dump();
  if (!key.empty()) request.headers.emplace_back("idempotency-key", key);
  return router_.answer_as(caller_, request);
}

Json Desk::ask(std::string const& method, std::string const& address, Json const& body,
               std::string const& key) {
  auto const response = answer(method, address, body, key);
  auto const json = response.body.empty() ? Json() : Json::parse(response.body);
  if (response.status >= 400) throw CommandFailed(refusal_in_words(json));
  return json;
}

std::optional<std::string> Desk::find_case(std::string const& name) {
  if (is_uuid(name)) return name;
  CaseFilter filter;
  filter.query = name;
  auto const found =
      program_.registers.cases(api::sight_of(caller_, api::roles_of(caller_)), filter, {200, std::nullopt});
  for (auto const& item : found.items)
    if (item.at("reference") == name) return item.at("id").get<std::string>();
  return std::nullopt;
}

std::string Desk::case_named(std::string const& name) {
  if (auto found = find_case(name)) return std::move(*found);
  throw CommandFailed("Aucun dossier n'a la référence « " + name + " ».");
}

std::string refusal_in_words(Json const& problem) {
  std::string said = problem.value("detail", problem.at("title").get<std::string>()), why;
  for (auto const& error : problem.value("errors", Json::array()))
    why += (why.empty() ? "" : " ; ") + field_in_words(error.at("pointer").get<std::string>()) + " : " +
           error.at("message").get<std::string>();
  for (auto const& reason : problem.value("blocked_by", Json::array()))
    why += (why.empty() ? "" : " ; ") + reason.at("message").get<std::string>();
  if (why.empty()) return said;
  while (said.ends_with('.')) said.pop_back();
  return said + " : " + why + ".";
}

}  // namespace jalon::commands
