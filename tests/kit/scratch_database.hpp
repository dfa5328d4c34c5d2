#pragma once

#include <string>

namespace jalon::kit {

/// A fresh database for one test, on a private cluster that the test program starts at the first one and
/// removes at its end. Dropped with the object, whoever is still connected.
///
///     jalon::kit::ScratchDatabase database;
///     pqxx::connection connection(database.connection_string());
class ScratchDatabase {
 public:
  enum class Schema {
    migrated,  ///< copied from a template that went through every migration: quick
    empty
  };

  explicit ScratchDatabase(Schema schema = Schema::migrated);
  ~ScratchDatabase();
  ScratchDatabase(ScratchDatabase const&) = delete;
  ScratchDatabase& operator=(ScratchDatabase const&) = delete;

  /// As the role `jalon`, owner of the database and no superuser, like the program itself.
  std::string connection_string() const;

  /// As the superuser `postgres`, connected to this database.
  std::string administration_connection_string() const;

 private:
  std::string name_;
};

}  // namespace jalon::kit
