#include "adapters/postgres/migrator.hpp"

#include <chrono>
#include <map>
#include <pqxx/pqxx>

#include "adapters/postgres/connect.hpp"
#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {
namespace {

using namespace std::chrono_literals;

struct Applied {
  std::string name;
  std::string checksum;
  std::string applied_at;
};
using AppliedByNumber = std::map<int, Applied>;

std::unique_ptr<pqxx::connection> connect_without_limits(std::string const& connection_string) {
  return connect(connection_string, SessionSettings{"jalon migrate", 0ms, 0ms, 0ms});
}

AppliedByNumber read_applied(pqxx::transaction_base& work) {
  AppliedByNumber applied;
  if (work.exec1("select to_regclass('schema_migration') is null")[0].as<bool>()) {
    return applied;
  }
  for (auto const& row : work.exec(sql::applied_migrations)) {
    applied[row[0].as<int>()] = Applied{row[1].c_str(), row[2].c_str(), row[3].c_str()};
  }
  return applied;
}

std::string checksum(pqxx::transaction_base& work, Migration const& migration) {
  return work.exec_params1("select encode(sha256(convert_to($1, 'UTF8')), 'hex')", migration.text)[0].c_str();
}

void refuse_newer(AppliedByNumber const& applied, std::span<Migration const> known) {
  int const newest = known.empty() ? 0 : known.back().number;
  if (!applied.empty() && applied.rbegin()->first > newest) {
    throw MigrationError(
        "La base de données a été préparée par une version plus récente de Jalon "
        "(migration " +
        applied.rbegin()->second.name + ", inconnue de ce programme). Mettez Jalon à jour.");
  }
}

void refuse_edited(pqxx::transaction_base& work, AppliedByNumber const& applied,
                   std::span<Migration const> known) {
  for (auto const& migration : known) {
    auto const found = applied.find(migration.number);
    if (found != applied.end() && found->second.checksum != checksum(work, migration)) {
      throw MigrationError(std::string("La migration ") + migration.name +
                           " n'est plus celle qui a été appliquée à cette base de données : une migration "
                           "publiée ne se modifie pas. Revenez au programme d'origine.");
    }
  }
}

void refuse_gaps(AppliedByNumber const& applied, std::span<Migration const> known) {
  for (auto const& migration : known) {
    if (!applied.empty() && migration.number < applied.rbegin()->first &&
        !applied.contains(migration.number)) {
      throw MigrationError(std::string("La migration ") + migration.name +
                           " manque à cette base de données, alors que " + applied.rbegin()->second.name +
                           ", qui la suit, y est appliquée.");
    }
  }
}

AppliedByNumber read_and_check(pqxx::transaction_base& work, std::span<Migration const> known) {
  auto applied = read_applied(work);
  refuse_newer(applied, known);
  refuse_edited(work, applied, known);
  refuse_gaps(applied, known);
  return applied;
}

std::string const what_to_run =
    " Faites exécuter une fois, par qui administre ce serveur PostgreSQL :\n"
    "  create role jalon_owner nologin; create role jalon_web nologin; create role jalon_engine nologin;\n"
    "  create role jalon_auditor nologin; create role jalon_backup nologin;\n"
    "  grant jalon_owner, jalon_web, jalon_engine to ";

// They are the cluster's: they may be missing although this database has been migrated, where it was
// restored.
void require_roles(pqxx::transaction_base& work) {
  auto const found = work.exec1(sql::missing_roles);
  std::string const missing = found[0].c_str(), login = work.quote_name(found[2].as<std::string>());
  if (missing.empty()) return;
  if (!found[1].as<bool>())
    throw MigrationError("Il manque à cette base des rôles, ou le droit de les prendre : " + missing + "." +
                         what_to_run + login + ";\n(et, si le schéma « public » n'est pas à " + login +
                         " : grant all on schema public to " + login + " with grant option;)");
  work.exec(sql::create_roles);
  work.exec("grant jalon_owner, jalon_web, jalon_engine to " + login);
}

// Once the roles have taken the schema over, it is worked on as its owner.
void become_owner(pqxx::transaction_base& work) {
  auto const owner = work.exec(sql::owner_of_schema);
  if (!owner.empty()) work.exec(std::string("set local role ") + owner[0][0].c_str());
}

void apply(pqxx::transaction_base& work, Migration const& migration) {
  try {
    work.exec(migration.text);
  } catch (pqxx::sql_error const& failure) {
    throw MigrationError(std::string("La migration ") + migration.name + " a échoué : " + failure.what());
  }
  work.exec_params0(sql::record_migration, migration.number, migration.name, migration.text);
}

}  // namespace

std::span<Migration const> compiled_migrations() {
  return sql::migrations;
}

std::vector<std::string> migrate(std::string const& connection_string, std::span<Migration const> known) {
  auto const connection = connect_without_limits(connection_string);
  pqxx::work work(*connection);
  work.exec(sql::lock_schema);
  require_roles(work);
  become_owner(work);
  auto const applied = read_and_check(work, known);
  work.exec0(sql::create_schema_migration);
  std::vector<std::string> done;
  for (auto const& migration : known) {
    if (!applied.contains(migration.number)) {
      apply(work, migration);
      done.emplace_back(migration.name);
    }
  }
  work.commit();
  return done;
}

std::vector<MigrationStatus> migration_status(std::string const& connection_string,
                                              std::span<Migration const> known) {
  auto const connection = connect_without_limits(connection_string);
  pqxx::read_transaction work(*connection);
  std::map<int, MigrationStatus> status;
  for (auto const& migration : known) {
    status[migration.number] = MigrationStatus{migration.number, migration.name, std::nullopt};
  }
  for (auto const& [number, applied] : read_applied(work)) {
    status[number] = MigrationStatus{number, applied.name, applied.applied_at};
  }
  std::vector<MigrationStatus> found;
  for (auto const& entry : status) {
    found.push_back(entry.second);
  }
  return found;
}

void require_current_schema(std::string const& connection_string, std::span<Migration const> known) {
  auto const connection = connect_without_limits(connection_string);
  pqxx::read_transaction work(*connection);
  auto const applied = read_and_check(work, known);
  if (applied.size() < known.size()) {
    throw MigrationError(std::string("La base de données n'est pas à jour : il lui manque ") +
                         known[applied.size()].name + ". Lancez « jalon migrate ».");
  }
}

}  // namespace jalon::postgres
