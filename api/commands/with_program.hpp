// Opens the database, brings its schema up to date and lets a verb work on it.
#pragma once
#include "adapters/postgres/migrator.hpp"
#include "api/commands/backend.hpp"
#include "api/commands/program.hpp"
#include "engine/ports/establishment_scope.hpp"

namespace jalon::commands {

template <class F>
void with_program(CommonOptions const& common, F act) {
  auto backend = Backend::joining(common);
  postgres::migrate(backend.connection_string());
  Program program(backend.connection_string(), {2, 1});
  EstablishmentScope const scope(program.scope_of(common));
  act(program);
}

}  // namespace jalon::commands
