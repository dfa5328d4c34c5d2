#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <pqxx/pqxx>
#include <string>
#include <vector>

#include "adapters/postgres/back_off.hpp"
#include "adapters/postgres/connect.hpp"
#include "adapters/postgres/unavailable.hpp"

namespace jalon::postgres {

struct PoolOptions {
  SessionSettings session;
  /// Whether its sessions see the rows of the thread's establishment only (EstablishmentScope), and none
  /// without.
  bool keeps_to_establishment = false;
  /// Runs on every new connection: prepared statements. What it throws ends the attempt to connect.
  std::function<void(pqxx::connection&)> prepare;
  /// Between attempts to connect while the database is away.
  std::chrono::milliseconds first_retry_delay{50};
  std::chrono::milliseconds longest_retry_delay{5'000};
};

class Pool;

/// With the establishment that its session was told last: it stays there when a transaction is given up.
struct PooledConnection {
  std::unique_ptr<pqxx::connection> session;
  std::string establishment = {};
};

/// A connection for one thread, until the lease ends. Finish or drop your transaction before the lease.
class Lease {
 public:
  Lease(Lease&&) noexcept = default;
  Lease& operator=(Lease&&) = delete;
  ~Lease();

  pqxx::connection& operator*() const { return *connection_.session; }
  pqxx::connection* operator->() const { return connection_.session.get(); }

 private:
  friend class Pool;
  Lease(Pool& pool, PooledConnection connection);

  Pool* pool_;
  PooledConnection connection_;
};

/// At most `size` connections for blocking calls from several threads. They are opened when first wanted;
/// the one used last is lent first, before it one that has the thread's establishment already, so that
/// telling it costs no round trip where one establishment is at work. A connection that broke, in use or
/// while it lay idle, is replaced.
///
/// Timers and outbox get a pool of their own, so that a crowd of requests cannot starve them.
class Pool {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  Pool(std::string connection_string, std::size_t size, PoolOptions options = {});
  Pool(Pool const&) = delete;
  Pool& operator=(Pool const&) = delete;
  /// Every lease must have ended before.
  ~Pool() = default;

  /// Waits for a free connection until `deadline`, and while the database is away tries again with growing,
  /// jittered delays. Throws Unavailable at the deadline (one attempt to connect may overrun it by the
  /// connection string's connect_timeout). A wrong password, say, is Unavailable too: its cause is `what()`.
  Lease lease(Instant deadline);
  Lease lease(std::chrono::milliseconds patience);

  std::size_t size() const { return size_; }
  /// For the metrics: how many are lent at this moment.
  std::size_t in_use() const;

 private:
  friend class Lease;
  using Connection = PooledConnection;

  void take_seat(Instant deadline);
  void leave_seat() noexcept;
  Connection take_idle(std::string const& establishment);
  Connection take_healthy(std::string const& establishment);
  Connection open(std::string const& establishment, Instant deadline);
  void wait_for_turn(std::unique_lock<std::mutex>& lock, Instant deadline);
  Connection try_open(std::string const& establishment);
  void give_back(Connection connection) noexcept;

  std::string const connection_string_;
  std::size_t const size_;
  PoolOptions const options_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t in_use_ = 0;
  std::vector<Connection> idle_;
  BackOff back_off_;
  Instant next_attempt_{};
  bool failing_ = false;
  bool trying_ = false;
  std::string last_failure_;
};

}  // namespace jalon::postgres
