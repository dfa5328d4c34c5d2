#include "adapters/postgres/connection_pool.hpp"

#include <poll.h>

#include <algorithm>
#include <stdexcept>

#include "engine/ports/establishment_scope.hpp"

namespace jalon::postgres {
namespace {

// A server has nothing to say on an idle connection but goodbye (shutdown, terminated, cut): what can be
// read is reason enough to replace it, and this look costs no round trip.
bool is_healthy(pqxx::connection const& connection) {
  if (!connection.is_open()) {
    return false;
  }
  pollfd watched{connection.sock(), POLLIN, 0};
  return poll(&watched, 1, 0) == 0;
}

// For the session and not for a transaction, so that a rollback does not bring the one before back.
void act_for(PooledConnection& connection, std::string const& establishment) {
  if (connection.establishment == establishment) return;
  pqxx::nontransaction(*connection.session)
      .exec_params("select set_config('jalon.establishment', $1, false)", establishment);
  connection.establishment = establishment;
}

}  // namespace

Lease::Lease(Pool& pool, PooledConnection connection) : pool_(&pool), connection_(std::move(connection)) {}

Lease::~Lease() {
  if (connection_.session) {
    pool_->give_back(std::move(connection_));
  }
}

Pool::Pool(std::string connection_string, std::size_t size, PoolOptions options)
    : connection_string_(std::move(connection_string)),
      size_(size),
      options_(std::move(options)),
      back_off_(options_.first_retry_delay, options_.longest_retry_delay) {
  if (size_ == 0) {
    throw std::invalid_argument("a pool needs at least one connection");
  }
  idle_.reserve(size_);
}

Lease Pool::lease(std::chrono::milliseconds patience) {
  return lease(std::chrono::steady_clock::now() + patience);
}

Lease Pool::lease(Instant deadline) {
  auto const establishment = options_.keeps_to_establishment ? EstablishmentScope::current() : std::string();
  take_seat(deadline);
  try {
    if (auto connection = take_idle(establishment); connection.session) {
      return Lease(*this, std::move(connection));
    }
    return Lease(*this, open(establishment, deadline));
  } catch (...) {
    leave_seat();
    throw;
  }
}

std::size_t Pool::in_use() const {
  std::lock_guard const lock(mutex_);
  return in_use_;
}

void Pool::take_seat(Instant deadline) {
  std::unique_lock lock(mutex_);
  if (!changed_.wait_until(lock, deadline, [this] { return in_use_ < size_; })) {
    throw Unavailable("Toutes les connexions à la base de données sont occupées.");
  }
  ++in_use_;
}

void Pool::leave_seat() noexcept {
  std::lock_guard const lock(mutex_);
  --in_use_;
  changed_.notify_all();
}

Pool::Connection Pool::take_idle(std::string const& establishment) {
  while (true) {
    auto connection = take_healthy(establishment);
    try {
      if (connection.session) act_for(connection, establishment);
      return connection;
    } catch (std::exception const&) {  // broken after all: the next one
    }
  }
}

Pool::Connection Pool::take_healthy(std::string const& establishment) {
  std::vector<Connection> broken;  // closed after the mutex is released
  std::lock_guard const lock(mutex_);
  while (!idle_.empty()) {
    auto const fitting = std::find_if(idle_.rbegin(), idle_.rend(),
                                      [&](auto const& each) { return each.establishment == establishment; });
    auto const taken = fitting == idle_.rend() ? idle_.end() - 1 : fitting.base() - 1;
    auto connection = std::move(*taken);
    idle_.erase(taken);
    if (is_healthy(*connection.session)) {
      return connection;
    }
    broken.push_back(std::move(connection));
  }
  return {};
}

Pool::Connection Pool::open(std::string const& establishment, Instant deadline) {
  std::unique_lock lock(mutex_);
  while (true) {
    wait_for_turn(lock, deadline);
    trying_ = failing_;
    lock.unlock();
    auto connection = try_open(establishment);
    lock.lock();
    trying_ = false;
    changed_.notify_all();
    if (connection.session) {
      failing_ = false;
      back_off_.reset();
      return connection;
    }
    failing_ = true;
    next_attempt_ = std::chrono::steady_clock::now() + back_off_.next();
  }
}

// While the database is away one thread at a time knocks at its door; the others wait for its answer.
void Pool::wait_for_turn(std::unique_lock<std::mutex>& lock, Instant deadline) {
  while (failing_) {
    auto const now = std::chrono::steady_clock::now();
    if (!trying_ && now >= next_attempt_) {
      return;
    }
    if (now >= deadline) {
      throw Unavailable("La base de données ne répond pas : " + last_failure_);
    }
    changed_.wait_until(lock, trying_ ? deadline : std::min(deadline, next_attempt_));
  }
}

Pool::Connection Pool::try_open(std::string const& establishment) {
  try {
    Connection connection{connect(connection_string_, options_.session)};
    if (options_.prepare) {
      options_.prepare(*connection.session);
    }
    act_for(connection, establishment);
    return connection;
  } catch (std::exception const& failure) {
    std::lock_guard const lock(mutex_);
    last_failure_ = failure.what();
    return {};
  }
}

void Pool::give_back(Connection connection) noexcept {
  bool const healthy = is_healthy(*connection.session);
  if (!healthy) {
    connection.session.reset();
  }
  std::lock_guard const lock(mutex_);
  if (healthy) {
    idle_.push_back(std::move(connection));
  }
  --in_use_;
  changed_.notify_all();
}

}  // namespace jalon::postgres
