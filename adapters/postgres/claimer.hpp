#pragma once

#include <mutex>
#include <optional>

#include "adapters/postgres/access.hpp"

namespace jalon::postgres {

/// Who claims what leaves the house. From its first claim on it keeps one connection of the pool to itself
/// (so the pool needs two). What it claims bears the name of that connection, which holds a lock for as long
/// as it lives: a process that died, however it did, is recognised by its lock being free.
class Claimer {
 public:
  Claimer(Pool& pool, std::chrono::milliseconds patience) : pool_(pool), patience_(patience) {}
  ~Claimer() { let_go(); }

  /// Answers `work(connection, name)`, one at a time. Throws Unavailable.
  template <class Work>
  auto claim(Work const& work) {
    std::lock_guard const lock(mutex_);
    try {
      auto& held = hold();
      return work(*held.connection, held.name);
    } catch (pqxx::pqxx_exception const&) {
      give_up();
      throw Unavailable("La base de données ne répond pas.");
    } catch (...) {  // claimed, and then not read: no memory, a row that is none
      let_go();
      throw;
    }
  }

  /// Records what became of something claimed. Where that fails the claim is let go, and is then found
  /// abandoned: it would otherwise lie for as long as this process lives.
  template <class Work>
  void tell(Access const& access, Work const& work) {
    try {
      access.repeatable(work);
    } catch (...) {
      let_go();
      throw;
    }
  }

  /// What is claimed and not told of is abandoned from here on.
  void let_go() noexcept;

 private:
  struct Held {
    Lease connection;
    std::string name;
  };
  Held& hold();
  void give_up();  // in a catch block; rethrows what is a bug

  Pool& pool_;
  std::chrono::milliseconds patience_;
  std::recursive_mutex mutex_;
  std::optional<Held> held_;
};

}  // namespace jalon::postgres
