// Calendar feeds of an account, for whoever administers the house.
#include "api/endpoints/feeds.hpp"

#include <iostream>

#include "api/commands/administration.hpp"
#include "api/commands/with_program.hpp"
#include "api/endpoints/all_items.hpp"
#include "api/endpoints/hashing.hpp"
#include "engine/model/case_file.hpp"

namespace jalon::commands {

namespace {

struct FeedOptions {
  std::string login, name = "Agenda", public_url = "http://127.0.0.1:8080", id;
};

void create_feed(CommonOptions const& common, FeedOptions const& options) {
  if (!is_sound_text(options.name, 200)) throw CommandFailed("Le nom ne peut pas être vide.");
  auto const secret = api::new_token();
  auto const address = api::address_of_feed(options.public_url, secret);
  with_program(common, [&](Program& program) {
    auto feed =
        program.feeds.add(program.establishment(common), options.login, options.name, api::hash_of(secret));
    if (!feed) throw CommandFailed("Il n'y a pas de compte actif « " + options.login + " ».");
    (*feed)["address"] = address;
    std::cout << (common.json ? feed->dump() : address) << "\n";
  });
}

Json all_feeds(Program& program, std::string const& establishment, std::string const& login) {
  return api::all_items(
      [&](PageRequest const& request) { return program.feeds.list(establishment, login, request); });
}

void list_feeds(CommonOptions const& common, std::string const& login) {
  with_program(common, [&](Program& program) {
    auto const items = all_feeds(program, program.establishment(common), login);
    if (common.json) return void(std::cout << items.dump() << "\n");
    for (auto const& feed : items)
      std::cout << feed.at("id").get<std::string>() << "  " << feed.at("created_at").get<std::string>()
                << "  " << feed.at("name").get<std::string>() << "\n";
  });
}

void revoke_feed(CommonOptions const& common, FeedOptions const& options) {
  with_program(common, [&](Program& program) {
    if (!program.feeds.remove(program.establishment(common), options.login, options.id))
      throw CommandFailed("Ce compte n'a pas d'agenda « " + options.id + " ».");
  });
  if (!common.json) std::cout << "Agenda révoqué : son adresse ne mène plus à rien.\n";
}

}  // namespace

void add_feed(CLI::App& app, CommonOptions const& common) {
  auto* group =
      app.add_subcommand("feed", "Les agendas (iCalendar) d'un compte")->require_subcommand(1)->fallthrough();
  auto options = std::make_shared<FeedOptions>();
  auto* create = add_verb(*group, "create", "Ouvre un agenda ; son adresse est montrée une seule fois",
                          [&common, options] { create_feed(common, *options); });
  create->add_option("--name", options->name, "Comment son propriétaire l'appelle")->capture_default_str();
  add_public_url(*create, options->public_url);
  auto* list = add_verb(*group, "list", "Montre les agendas d'un compte",
                        [&common, options] { list_feeds(common, options->login); });
  auto* revoke =
      add_verb(*group, "revoke", "Révoque un agenda", [&common, options] { revoke_feed(common, *options); });
  revoke->add_option("id", options->id, "Son identifiant, montré par `jalon feed list`")->required();
  for (auto* verb : {create, list, revoke})
    verb->add_option("--login", options->login, "De quel compte")->required();
}

}  // namespace jalon::commands
