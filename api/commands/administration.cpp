// Schema and establishments.
#include "api/commands/administration.hpp"

#include <iostream>

#include "api/commands/with_program.hpp"
#include "engine/model/scalar_fields.hpp"
#include "engine/ports/establishment_scope.hpp"

namespace jalon::commands {

namespace {

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
      EstablishmentScope const scope(named->code);
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

}  // namespace jalon::commands
