#include "adapters/postgres/claimer.hpp"

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {

void Claimer::let_go() noexcept {
  std::lock_guard const lock(mutex_);
  if (!held_) return;
  try {  // the connection goes back to the pool and lives on
    run_prepared(*held_->connection, "dismiss_claimers", sql::dismiss_claimers);
  } catch (std::exception const&) {  // it is broken, and its lock is free
  }
  held_.reset();
}

// Another connection is another claimer: what the lost one claimed and could not tell is then found
// abandoned.
Claimer::Held& Claimer::hold() {
  if (!held_) {
    auto name = boost::uuids::to_string(boost::uuids::random_generator()());
    Held fresh{pool_.lease(patience_), std::move(name)};
    run_prepared(*fresh.connection, "announce_claimer", sql::announce_claimer, fresh.name);
    held_.emplace(std::move(fresh));
  }
  return *held_;
}

void Claimer::give_up() {
  auto const failure = current_failure();
  if (failure == Failure::ours) throw;
  if (failure == Failure::lost) held_.reset();
}

}  // namespace jalon::postgres
