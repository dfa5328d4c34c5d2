// The database a measure has to itself: a private cluster in a temporary folder, or the empty database that
// --database names. Never one that people work with.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <pqxx/pqxx>
#include <string>

#include "api/commands/backend.hpp"
#include "api/commands/program.hpp"
#include "engine/ports/establishment_scope.hpp"

namespace jalon::commands::bench {

// Removed with everything in it. Lies where TMPDIR says: the speed of that disk is part of the measure.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(TemporaryFolder const&) = delete;
  ~TemporaryFolder();
  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

class BenchDatabase {
 public:
  // Migrated and empty. Throws CommandFailed when the named one has cases or accounts.
  explicit BenchDatabase(CommonOptions const& common, PoolSizes sizes = {});

  Program& program() { return *program_; }
  std::string const& establishment() const { return establishment_; }
  std::string const& connection_string() const { return backend_.connection_string(); }
  std::filesystem::path const& folder() const { return folder_.path(); }

  // For loading and for looking at what was written: no time limit, and errors as they are.
  pqxx::result run(std::string const& sql);
  std::size_t count(std::string const& sql) { return run(sql)[0][0].as<std::size_t>(); }
  std::string quote(std::string const& text) { return connection_->quote(text); }

 private:
  TemporaryFolder folder_;
  Backend backend_;
  std::unique_ptr<pqxx::connection> connection_;
  std::unique_ptr<Program> program_;
  std::string establishment_;
  std::optional<EstablishmentScope> scope_;  // of the thread that measures
};

}  // namespace jalon::commands::bench
