#include "api/commands/desk.hpp"

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

std::string Desk::case_named(std::string const& name) {
  if (is_uuid(name)) return name;
  CaseFilter filter;
  filter.query = name;
  auto const found =
      program_.registers.cases(api::sight_of(caller_, api::roles_of(caller_)), filter, {200, std::nullopt});
  for (auto const& item : found.items)
    if (item.at("reference") == name) return item.at("id");
  throw CommandFailed("Aucun dossier n'a la référence « " + name + " ».");
}

std::string refusal_in_words(Json const& problem) {
  auto words = problem.value("detail", problem.at("title").get<std::string>());
  for (auto const& error : problem.value("errors", Json::array()))
    words +=
        " " + error.at("pointer").get<std::string>() + " : " + error.at("message").get<std::string>() + ".";
  for (auto const& reason : problem.value("blocked_by", Json::array()))
    words += " " + reason.at("message").get<std::string>() + ".";
  return words;
}

}  // namespace jalon::commands
