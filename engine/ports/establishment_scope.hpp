// The establishment that a thread acts for. Whoever knows an authenticated caller opens it: the router, the
// pages, a verb of the command line, what goes through all establishments. The database is told of it apart
// from what statements are given (adapters/postgres/connection_pool.hpp), and shows no row while none is
// open: so an identifier or an establishment mixed up on the way shows nothing that is not the caller's.
#pragma once
#include <string>
#include <utility>

namespace jalon {

class EstablishmentScope {
 public:
  // Empty: nobody's, as before a caller is known.
  explicit EstablishmentScope(std::string establishment)
      : outer_(std::exchange(in_force, std::move(establishment))) {}
  ~EstablishmentScope() { in_force = std::move(outer_); }
  EstablishmentScope(EstablishmentScope const&) = delete;
  EstablishmentScope& operator=(EstablishmentScope const&) = delete;

  // Of this thread; empty where no scope is open.
  static std::string const& current() { return in_force; }

 private:
  static inline thread_local std::string in_force;
  std::string outer_;
};

}  // namespace jalon
