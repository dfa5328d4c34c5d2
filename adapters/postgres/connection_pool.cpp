#include "adapters/postgres/connection_pool.hpp"

#include <poll.h>

#include <stdexcept>

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

}  // namespace

Lease::Lease(Pool& pool, std::unique_ptr<pqxx::connection> connection)
    : pool_(&pool), connection_(std::move(connection)) {}

Lease::~Lease() {
  if (connection_) {
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
  take_seat(deadline);
  try {
    if (auto connection = take_idle()) {
      return Lease(*this, std::move(connection));
    }
    return Lease(*this, open(deadline));
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

Pool::Connection Pool::take_idle() {
  std::vector<Connection> broken;  // closed after the mutex is released
  std::lock_guard const lock(mutex_);
  while (!idle_.empty()) {
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    if (is_healthy(*connection)) {
      return connection;
    }
    broken.push_back(std::move(connection));
  }
  return nullptr;
}

Pool::Connection Pool::open(Instant deadline) {
  std::unique_lock lock(mutex_);
  while (true) {
    wait_for_turn(lock, deadline);
    trying_ = failing_;
    lock.unlock();
    auto connection = try_open();
    lock.lock();
    trying_ = false;
    changed_.notify_all();
    if (connection) {
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

Pool::Connection Pool::try_open() {
  try {
    auto connection = connect(connection_string_, options_.session);
    if (options_.prepare) {
      options_.prepare(*connection);
    }
    return connection;
  } catch (std::exception const& failure) {
    std::lock_guard const lock(mutex_);
    last_failure_ = failure.what();
    return nullptr;
  }
}

void Pool::give_back(Connection connection) noexcept {
  bool const healthy = is_healthy(*connection);
  if (!healthy) {
    connection.reset();
  }
  std::lock_guard const lock(mutex_);
  if (healthy) {
    idle_.push_back(std::move(connection));
  }
  --in_use_;
  changed_.notify_all();
}

}  // namespace jalon::postgres
