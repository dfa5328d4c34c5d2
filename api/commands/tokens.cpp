// Tokens of programs, by the same port as the API's.
#include <iostream>

#include "api/commands/administration.hpp"
#include "api/commands/with_program.hpp"
#include "api/endpoints/all_items.hpp"
#include "api/endpoints/hashing.hpp"

namespace jalon::commands {

namespace {

constexpr char const* by = "console";

struct Wanted {
  std::string login, name = "Jeton";
  int days = 365;
};

void create_token(CommonOptions const& common, Wanted const& wanted) {
  std::string const token = api::new_token();
  with_program(common, [&](Program& program) {
    auto& accounts = program.accounts;
    if (!accounts.add_token(
            {program.establishment(common), wanted.login, wanted.name, api::hash_of(token), wanted.days}, by))
      throw CommandFailed("Il n'y a pas de compte actif « " + wanted.login + " ».");
  });
  if (common.json)
    std::cout << Json{{"login", wanted.login}, {"token", token}, {"days", wanted.days}}.dump() << "\n";
  else
    std::cout << token << "\n";
}

void list_tokens(CommonOptions const& common) {
  with_program(common, [&](Program& program) {
    auto& accounts = program.accounts;
    auto const establishment = program.establishment(common);
    auto const items =
        api::all_items([&](PageRequest const& request) { return accounts.tokens(establishment, request); });
    if (common.json) return void(std::cout << items.dump() << "\n");
    for (auto const& token : items)
      std::cout << token.at("id").get<std::string>() << "  " << token.at("login").get<std::string>() << "  "
                << token.at("name").get<std::string>() << "  jusqu'au "
                << token.at("expires_at").get<std::string>().substr(0, 10) << "\n";
  });
}

void revoke_token(CommonOptions const& common, std::string const& id) {
  with_program(common, [&](Program& program) {
    auto& accounts = program.accounts;
    if (!accounts.revoke_token(program.establishment(common), id, by))
      throw CommandFailed("Il n'y a pas de jeton « " + id + " ».");
  });
  std::cout << "Jeton révoqué.\n";
}

}  // namespace

void add_token(CLI::App& app, CommonOptions const& common) {
  auto* group =
      app.add_subcommand("token", "Les jetons d'accès à l'API")->require_subcommand(1)->fallthrough();
  auto wanted = std::make_shared<Wanted>();
  auto* create = add_verb(*group, "create", "Crée un jeton, montré une seule fois",
                          [&common, wanted] { create_token(common, *wanted); });
  create->add_option("--login", wanted->login, "Pour quel compte")->required();
  create->add_option("--name", wanted->name, "À quoi il sert")->capture_default_str();
  create->add_option("--days", wanted->days, "Durée de validité en jours, en temps réel")
      ->check(CLI::Range(1, 3650))
      ->capture_default_str();
  add_verb(*group, "list", "Montre les jetons, jamais leur secret", [&common] { list_tokens(common); });
  auto id = std::make_shared<std::string>();
  auto* revoke = add_verb(*group, "revoke", "Révoque un jeton", [&common, id] { revoke_token(common, *id); });
  revoke->add_option("id", *id, "Son identifiant, montré par `jalon token list`")->required();
}

}  // namespace jalon::commands
