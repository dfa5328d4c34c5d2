#include "api/commands/bench_database.hpp"

#include <sys/stat.h>

#include <chrono>
#include <cstdlib>

#include "adapters/postgres/migrator.hpp"

namespace jalon::commands::bench {

namespace fs = std::filesystem;

// Others may pass through it: PostgreSQL runs under an account of its own.
TemporaryFolder::TemporaryFolder() {
  auto name = (fs::temp_directory_path() / "jalon-bench-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr || chmod(name.c_str(), 0711) != 0)
    throw CommandFailed("Aucun dossier temporaire ne peut être créé dans « " +
                        fs::temp_directory_path().string() + " ».");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

namespace {

Backend backend_in(fs::path const& folder, CommonOptions common) {
  common.data_dir = (folder / "data").string();
  return Backend::serving(common);
}

std::unique_ptr<pqxx::connection> unhurried_connection(std::string const& connection_string) {
  using std::chrono::milliseconds;
  return postgres::connect(connection_string,
                           {"jalon bench", milliseconds(0), milliseconds(0), milliseconds(0)});
}

}  // namespace

BenchDatabase::BenchDatabase(CommonOptions const& common, PoolSizes sizes)
    : backend_(backend_in(folder_.path(), common)) {
  postgres::migrate(connection_string());
  connection_ = unhurried_connection(connection_string());
  if (count("select count(*) from (select from \"case\" union all select from account) as used") > 0)
    throw CommandFailed(
        "Cette base sert déjà : elle a des dossiers ou des comptes. Une mesure la remplirait de dossiers "
        "inventés : nommez une base vide, ou aucune (une base temporaire est alors créée).");
  program_ = std::make_unique<Program>(connection_string(), sizes);
  establishment_ = program_->establishment(common);
  scope_.emplace(establishment_);
}

pqxx::result BenchDatabase::run(std::string const& sql) {
  return pqxx::nontransaction(*connection_).exec(sql);
}

}  // namespace jalon::commands::bench
