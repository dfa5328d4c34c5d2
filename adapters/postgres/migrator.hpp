#pragma once

#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "adapters/postgres/migration.hpp"

namespace jalon::postgres {

/// The schema of the database and the program do not fit together. `what()` is a French sentence that names
/// the migration at fault.
class MigrationError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct MigrationStatus {
  int number = 0;
  std::string name;
  /// RFC 3339 in UTC; nothing while it is pending.
  std::optional<std::string> applied_at;
};

/// The migrations compiled into this program (migrations/*.sql), in order.
std::span<Migration const> compiled_migrations();

/// Brings the schema up to date and returns the names of the migrations it applied, in order. All of them
/// are one transaction under an advisory lock: after a crash the schema is the old one or the new one, and
/// of several processes that start at once one migrates while the others wait.
/// Throws MigrationError, and changes nothing, when the database was migrated by a newer program, when an
/// applied migration was edited since, or when one fails; pqxx::broken_connection when there is no database.
std::vector<std::string> migrate(std::string const& connection_string,
                                 std::span<Migration const> known = compiled_migrations());

/// What is applied and what is pending, by number; with what a newer program has applied. Changes nothing.
std::vector<MigrationStatus> migration_status(std::string const& connection_string,
                                              std::span<Migration const> known = compiled_migrations());

/// For a process that must not migrate (`worker`): throws MigrationError unless the schema is exactly ours.
void require_current_schema(std::string const& connection_string,
                            std::span<Migration const> known = compiled_migrations());

}  // namespace jalon::postgres
