// Accounts and their tokens.
#include <algorithm>
#include <iostream>

#include "api/commands/administration.hpp"
#include "api/commands/with_program.hpp"
#include "api/endpoints/hashing.hpp"
#include "engine/model/case_file.hpp"
#include "engine/text/email_address.hpp"

namespace jalon::commands {

namespace {

struct UserOptions {
  std::string login, name, email, mdph;
  std::vector<std::string> roles;
  bool password_stdin = false;
};

// One rule for all: long, whatever its characters (CNIL 2022, ASVS 6.2).
std::string read_password() {
  std::string password;
  std::getline(std::cin, password);
  if (password.size() < 16) throw CommandFailed("Le mot de passe compte au moins 16 signes.");
  if (password.size() > 200) throw CommandFailed("Le mot de passe compte au plus 200 signes.");
  return password;
}

void check_user(UserOptions const& options) {
  if (!is_login(options.login))
    throw CommandFailed("L'identifiant se compose de lettres, chiffres et . _ @ - (64 signes au plus).");
  if (!is_sound_text(options.name, 200)) throw CommandFailed("Le nom ne peut pas être vide.");
  if (!options.email.empty() && !is_mailable_address(options.email))
    throw CommandFailed("Cette adresse électronique n'a pas la forme attendue.");
  for (auto const& role : options.roles)
    if (!parse_role(role))
      throw CommandFailed("Le rôle « " + role + " » n'existe pas ; `jalon user add --help` les nomme.");
  bool const partner =
      std::find(options.roles.begin(), options.roles.end(), "mdph_partner") != options.roles.end();
  if (partner && !is_department(options.mdph))
    throw CommandFailed("Un partenaire de la MDPH demande son département : --mdph 12.");
  if (!options.password_stdin)
    throw CommandFailed("Le mot de passe se donne sur l'entrée standard : --password-stdin.");
}

void add_account(CommonOptions const& common, UserOptions const& options) {
  check_user(options);
  std::string const hash = api::hash_password(read_password());
  with_program(common, [&](Program& program) {
    AccountRecord account{
        program.establishment(common), options.login, options.name, {}, {}, options.roles, hash};
    if (!options.email.empty()) account.email = options.email;
    if (!options.mdph.empty()) account.mdph = options.mdph;
    try {
      program.registers.add_account(account);
    } catch (AlreadyThere const&) {
      throw CommandFailed("L'identifiant « " + options.login + " » existe déjà.");
    }
  });
  if (!common.json)
    std::cout << "Compte « " << options.login << " » créé.\n";
  else
    std::cout << Json{{"login", options.login}, {"roles", options.roles}}.dump() << "\n";
}

void disable_account(CommonOptions const& common, std::string const& login) {
  with_program(common, [&](Program& program) {
    switch (program.registers.disable_account(program.establishment(common), login)) {
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

void create_token(CommonOptions const& common, std::string const& login, int days) {
  std::string const token = api::new_token();
  with_program(common, [&](Program& program) {
    if (!program.registers.add_token(program.establishment(common), login, api::hash_of(token), days))
      throw CommandFailed("Il n'y a pas de compte actif « " + login + " ».");
  });
  if (common.json)
    std::cout << Json{{"login", login}, {"token", token}, {"days", days}}.dump() << "\n";
  else
    std::cout << token << "\n";
}

}  // namespace

void add_user(CLI::App& app, CommonOptions const& common) {
  auto* group = app.add_subcommand("user", "Les comptes")->require_subcommand(1)->fallthrough();
  auto options = std::make_shared<UserOptions>();
  auto* add =
      add_verb(*group, "add", "Crée un compte", [&common, options] { add_account(common, *options); });
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
  auto login = std::make_shared<std::string>();
  auto* disable = add_verb(*group, "disable", "Désactive un compte et ses jetons",
                           [&common, login] { disable_account(common, *login); });
  disable->add_option("--login", *login, "Identifiant")->required();
}

void add_token(CLI::App& app, CommonOptions const& common) {
  auto* group =
      app.add_subcommand("token", "Les jetons d'accès à l'API")->require_subcommand(1)->fallthrough();
  struct Wanted {
    std::string login;
    int days = 365;
  };
  auto wanted = std::make_shared<Wanted>();
  auto* create = add_verb(*group, "create", "Crée un jeton, montré une seule fois",
                          [&common, wanted] { create_token(common, wanted->login, wanted->days); });
  create->add_option("--login", wanted->login, "Pour quel compte")->required();
  create->add_option("--days", wanted->days, "Durée de validité en jours, en temps réel")
      ->check(CLI::Range(1, 3650))
      ->capture_default_str();
}

}  // namespace jalon::commands
