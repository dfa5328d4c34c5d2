// Schema, establishments, accounts, tokens, settings: what an administrator does from the command line.
#include "api/commands/administration.hpp"

#include <iostream>

#include "adapters/postgres/migrator.hpp"
#include "api/commands/backend.hpp"
#include "api/commands/files.hpp"
#include "api/commands/program.hpp"
#include "api/endpoints/hashing.hpp"
#include "engine/calendar/closure_file.hpp"
#include "engine/model/case_file.hpp"
#include "engine/text/email_address.hpp"

namespace jalon::commands {

namespace {

// Opens the database, brings its schema up to date and lets `act` work on it.
template <class F>
void with_program(CommonOptions const& common, F act) {
  auto backend = Backend::joining(common);
  postgres::migrate(backend.connection_string());
  Program program(backend.connection_string(), {2, 1});
  act(program);
}

void migrate(CommonOptions const& common, bool status) {
  auto backend = Backend::joining(common);
  if (!status) {
    auto const applied = postgres::migrate(backend.connection_string());
    if (common.json)
      std::cout << Json(applied).dump() << "\n";
    else if (applied.empty())
      std::cout << "Le schéma est à jour.\n";
    else
      for (auto const& name : applied) std::cout << "appliquée : " << name << "\n";
    return;
  }
  Json list = Json::array();
  for (auto const& migration : postgres::migration_status(backend.connection_string())) {
    list.push_back({{"number", migration.number},
                    {"name", migration.name},
                    {"applied_at", migration.applied_at ? Json(*migration.applied_at) : Json(nullptr)}});
    if (!common.json)
      std::cout << migration.number << "  " << migration.name << "  "
                << migration.applied_at.value_or("à appliquer") << "\n";
  }
  if (common.json) std::cout << list.dump() << "\n";
}

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
    if (!program.registers.disable_account(program.establishment(common), login))
      throw CommandFailed("Il n'y a pas de compte actif « " + login + " ».");
  });
  std::cout << "Compte « " << login << " » désactivé : ses jetons ne valent plus rien.\n";
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

void set_calendar(CommonOptions const& common, std::string const& region, std::string const& closures_file) {
  if (!parse_region(region)) throw CommandFailed("--region : metropole ou alsace-moselle.");
  Json closures = Json::array();
  if (!closures_file.empty()) {
    auto const reading = read_closures(read_file(closures_file));
    if (!reading.errors.empty())
      throw CommandFailed(closures_file + ", ligne " + std::to_string(reading.errors.front().line) + " : " +
                          reading.errors.front().reason);
    for (auto const& closure : reading.closures)
      closures.push_back({{"first", to_string(closure.first)},
                          {"last", to_string(closure.last)},
                          {"reason", closure.reason}});
  }
  with_program(common, [&](Program& program) {
    program.registers.set_setting(program.establishment(common), "calendar",
                                  {{"region", region}, {"closures", closures}}, "console");
  });
  std::cout << "Calendrier enregistré : " << region << ", " << closures.size()
            << " fermeture(s). Il vaut pour les échéances à venir.\n";
}

}  // namespace

void add_migrate(CLI::App& app, CommonOptions const& common) {
  auto status = std::make_shared<bool>(false);
  auto* verb = add_verb(app, "migrate", "Met le schéma de la base à jour",
                        [&common, status] { migrate(common, *status); });
  verb->add_flag("--status", *status, "Montre ce qui est appliqué, sans rien changer");
}

void add_establishment(CLI::App& app, CommonOptions const& common) {
  auto* group = app.add_subcommand("establishment", "Les établissements d'une base")
                    ->require_subcommand(1)
                    ->fallthrough();
  struct Named {
    std::string code, name;
  };
  auto named = std::make_shared<Named>();
  auto* add = add_verb(*group, "add", "Ajoute un établissement", [&common, named] {
    if (!is_login(named->code)) throw CommandFailed("Le code se compose de lettres, chiffres et . _ -.");
    with_program(common, [&](Program& program) {
      try {
        program.registers.add_establishment(named->code, named->name);
      } catch (AlreadyThere const&) {
        throw CommandFailed("L'établissement « " + named->code + " » existe déjà.");
      }
    });
    std::cout << "Établissement « " << named->code << " » ajouté.\n";
  });
  add->add_option("code", named->code, "Son code, dans les commandes")->required();
  add->add_option("--name", named->name, "Son nom, dans les courriers")->required();
}

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

void add_settings(CLI::App& app, CommonOptions const& common) {
  auto* group =
      app.add_subcommand("setting", "Les réglages d'un établissement")->require_subcommand(1)->fallthrough();
  struct Calendar {
    std::string region = "metropole", closures;
  };
  auto calendar = std::make_shared<Calendar>();
  auto* verb = add_verb(*group, "calendar", "Région et fermetures : le calendrier des échéances",
                        [&common, calendar] { set_calendar(common, calendar->region, calendar->closures); });
  verb->add_option("--region", calendar->region, "metropole ou alsace-moselle")->capture_default_str();
  verb->add_option("--closures", calendar->closures, "Fichier : une fermeture par ligne, début;fin;motif");
}

}  // namespace jalon::commands
