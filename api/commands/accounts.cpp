// Accounts, by the same rules and the same port as the API's.

#include <iostream>

#include "api/commands/administration.hpp"
#include "api/commands/with_program.hpp"
#include "api/endpoints/account_rules.hpp"
#include "api/endpoints/all_items.hpp"
#include "api/endpoints/hashing.hpp"

namespace jalon::commands {

namespace {

constexpr char const* by = "console";

struct UserOptions {
  std::string login, name, email, mdph;
  std::vector<std::string> roles;
  bool password_stdin = false;
};

std::string as_sentence(std::string const& words) {
  return "Refusé : " + words + ".";
}

std::string read_password(Program& program, CommonOptions const& common, std::string const& login) {
  std::string password;
  std::getline(std::cin, password);
  auto const house_name = api::name_on_letters(program.registers, program.establishment(common));
  if (auto const fault = api::fault_of_password(password, {login, house_name}))
    throw CommandFailed(as_sentence(*fault));
  return password;
}

AccountChange checked(UserOptions const& options) {
  AccountChange account{"", options.login, options.name, {}, {}, options.roles};
  if (!options.email.empty()) account.email = options.email;
  if (!options.mdph.empty()) account.mdph = options.mdph;
  std::string all;
  for (auto const& fault : api::faults_of_account(account)) all += (all.empty() ? "" : " ; ") + fault.message;
  if (!all.empty()) throw CommandFailed(as_sentence(all));
  return account;
}

void add_account(CommonOptions const& common, UserOptions const& options) {
  auto const account = checked(options);
  if (!options.password_stdin)
    throw CommandFailed("Le mot de passe se donne sur l'entrée standard : --password-stdin.");
  with_program(common, [&](Program& program) {
    auto& accounts = program.accounts;
    auto const hash = api::hash_password(read_password(program, common, options.login));
    try {
      accounts.add({program.establishment(common), account.login, account.name, account.email, account.mdph,
                    account.roles, hash},
                   by);
    } catch (AlreadyThere const&) {
      throw CommandFailed("L'identifiant « " + options.login + " » existe déjà.");
    }
  });
  if (!common.json)
    std::cout << "Compte « " << options.login << " » créé.\n";
  else
    std::cout << Json{{"login", options.login}, {"roles", options.roles}}.dump() << "\n";
}

void list_accounts(CommonOptions const& common) {
  with_program(common, [&](Program& program) {
    auto& accounts = program.accounts;
    auto const establishment = program.establishment(common);
    auto const items =
        api::all_items([&](PageRequest const& request) { return accounts.list(establishment, request); });
    if (common.json) return void(std::cout << items.dump() << "\n");
    for (auto const& account : items) {
      std::cout << account.at("login").get<std::string>() << "  " << account.at("name").get<std::string>();
      for (auto const& role : account.at("roles")) std::cout << "  " << role.get<std::string>();
      std::cout << (account.at("second_factor") == true ? "  (second facteur)" : "")
                << (account.at("disabled_at").is_null() ? "" : "  (désactivé)") << "\n";
    }
  });
}

void disable_account(CommonOptions const& common, std::string const& login) {
  with_program(common, [&](Program& program) {
    auto& accounts = program.accounts;
    switch (accounts.disable(program.establishment(common), login, by)) {
      case Disabled::no_such:
        throw CommandFailed("Il n'y a pas de compte « " + login + " ».");
      case Disabled::already:
        std::cout << "Compte « " << login << " » déjà désactivé.\n";
        return;
      case Disabled::now:
        std::cout << "Compte « " << login << " » désactivé : ses jetons ne valent plus rien.\n";
    }
  });
}

void enable_account(CommonOptions const& common, std::string const& login) {
  with_program(common, [&](Program& program) {
    auto& accounts = program.accounts;
    if (!accounts.enable(program.establishment(common), login, by))
      throw CommandFailed("Il n'y a pas de compte désactivé « " + login + " ».");
  });
  std::cout << "Compte « " << login << " » réactivé.\n";
}

void set_password(CommonOptions const& common, std::string const& login) {
  with_program(common, [&](Program& program) {
    auto& accounts = program.accounts;
    auto const hash = api::hash_password(read_password(program, common, login));
    if (!accounts.set_password(program.establishment(common), login, hash, "", by))
      throw CommandFailed("Il n'y a pas de compte actif « " + login + " ».");
  });
  std::cout << "Mot de passe de « " << login << " » changé ; ses sessions sont fermées.\n";
}

void remove_second_factor(CommonOptions const& common, std::string const& login) {
  with_program(common, [&](Program& program) {
    auto& factors = program.second_factors;
    if (!factors.turn_off({program.establishment(common), login}, by))
      throw CommandFailed("« " + login + " » n'a pas de second facteur.");
  });
  std::cout << "Second facteur de « " << login << " » retiré.\n";
}

void add_add_verb(CLI::App& group, CommonOptions const& common) {
  auto options = std::make_shared<UserOptions>();
  auto* add = add_verb(group, "add", "Crée un compte", [&common, options] { add_account(common, *options); });
  std::string roles;
  for (auto const& name : (case_readers() | RoleSet{Role::administrator}).names()) roles += " " + name;
  add->add_option("--login", options->login, "Identifiant")->required();
  add->add_option("--name", options->name, "Nom affiché")->required();
  add->add_option("--email", options->email, "Adresse pour les rappels");
  add->add_option("--role", options->roles, "Rôle ; l'option se répète pour plusieurs :" + roles)
      ->required()
      ->expected(1, 13);
  add->add_option("--mdph", options->mdph, "Département d'un partenaire de la MDPH");
  add->add_flag("--password-stdin", options->password_stdin,
                "Lit le mot de passe sur l'entrée standard (16 signes au moins)");
}

using ForAccount = void (*)(CommonOptions const&, std::string const&);

void add_verb_for_account(CLI::App& group, CommonOptions const& common, char const* name, char const* about,
                          ForAccount act) {
  auto login = std::make_shared<std::string>();
  auto* verb = add_verb(group, name, about, [&common, login, act] { act(common, *login); });
  verb->add_option("--login", *login, "Identifiant")->required();
}

}  // namespace

void add_user(CLI::App& app, CommonOptions const& common) {
  auto* group = app.add_subcommand("user", "Les comptes")->require_subcommand(1)->fallthrough();
  add_add_verb(*group, common);
  add_verb(*group, "list", "Montre les comptes", [&common] { list_accounts(common); });
  add_verb_for_account(*group, common, "disable", "Désactive un compte et ses jetons", disable_account);
  add_verb_for_account(*group, common, "enable", "Réactive un compte", enable_account);
  add_verb_for_account(*group, common, "password",
                       "Donne un nouveau mot de passe, lu sur l'entrée standard (16 signes au moins)",
                       set_password);
  add_verb_for_account(*group, common, "remove-second-factor",
                       "Retire le second facteur de qui a perdu son téléphone", remove_second_factor);
}

}  // namespace jalon::commands
