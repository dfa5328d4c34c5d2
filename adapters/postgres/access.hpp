#pragma once

#include <chrono>
#include <optional>
#include <pqxx/pqxx>
#include <string>

#include "adapters/postgres/connection_pool.hpp"
#include "engine/ports/case_store.hpp"

namespace jalon::postgres {

/// For pools that stores, registers and outbox work on. Statements are prepared where they are first used, so
/// that nothing has to be said here about them.
///
/// For those who wait for an answer: the rows of the thread's establishment.
inline PoolOptions web_pool_options() {
  PoolOptions options;
  options.session.role = "jalon_web", options.keeps_to_establishment = true;
  return options;
}

/// For timers and outbox: all establishments, less to do with each.
inline PoolOptions engine_pool_options() {
  PoolOptions options;
  options.session.role = "jalon_engine";
  return options;
}

/// What a failure of the database means for the work that met it.
enum class Failure {
  lost,     ///< the connection is gone: whether a statement under way was committed is unknown
  crossed,  ///< deadlock or serialization: rolled back, worth an immediate second try
  busy,     ///< a lock, a statement or the server's resources took too long: rolled back, try later
  ours      ///< anything else: a bug or bad data, rolled back
};

/// Sorts the exception that is being handled; call it in a catch block only.
Failure current_failure();

/// Work on a leased connection, with the database's failures turned into those of the ports.
class Access {
 public:
  /// `patience` is how long a call waits for a connection.
  explicit Access(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : pool_(pool), patience_(patience) {}

  /// Reading, and writing that may be done twice: once more when the connection broke or transactions
  /// crossed. Throws Unavailable.
  template <class Work>
  auto repeatable(Work const& work) const {
    return attempt(work, true);
  }

  /// Writing in one statement that commits by itself. Tried again only when it was certainly rolled back.
  /// Throws CommitInDoubt when the connection broke once the statement had been sent, and Unavailable.
  template <class Work>
  auto once(Work const& work) const {
    return attempt(work, false);
  }

 private:
  template <class Work>
  auto attempt(Work const& work, bool may_repeat_lost) const {
    for (bool last = false;; last = true) {
      auto const lease = pool_.lease(patience_);
      try {
        return work(*lease);
      } catch (pqxx::pqxx_exception const&) {
        after(current_failure(), last, may_repeat_lost);
      }
    }
  }
  // Returns when the work may be tried again.
  static void after(Failure failure, bool was_last, bool may_repeat_lost);

  Pool& pool_;
  std::chrono::milliseconds patience_;
};

/// A statement prepared on its connection when it is first used there, and run by itself: one round trip, and
/// one commit when it writes.
template <class... Arguments>
pqxx::result run_prepared(pqxx::connection& connection, char const* name, char const* text,
                          Arguments const&... arguments) {
  connection.prepare(name, text);
  return pqxx::nontransaction(connection).exec_prepared(name, arguments...);
}

/// The same inside a transaction.
template <class... Arguments>
pqxx::result run_prepared(pqxx::transaction_base& work, char const* name, char const* text,
                          Arguments const&... arguments) {
  work.conn().prepare(name, text);
  return work.exec_prepared(name, arguments...);
}

/// NULL for nothing; the text must outlive the call it is passed to.
inline char const* or_null(std::optional<std::string> const& text) {
  return text ? text->c_str() : nullptr;
}

}  // namespace jalon::postgres
