#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <pqxx/pqxx>

#include "adapters/postgres/wakeup.hpp"
#include "tests/kit/scratch_database.hpp"

using namespace std::chrono_literals;
using jalon::postgres::Wakeup;

namespace {

class Calls {
 public:
  Wakeup::Callback recorder() {
    return [this](std::string_view channel, std::string_view payload) {
      std::lock_guard const lock(mutex_);
      seen_.push_back(std::string(channel) + ":" + std::string(payload));
      changed_.notify_all();
    };
  }

  bool reach(std::string const& call, int count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, 60s,
                             [&] { return std::count(seen_.begin(), seen_.end(), call) >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> seen_;
};

struct WakeupTest : testing::Test {
  jalon::kit::ScratchDatabase database;
  Calls calls;

  void tell(std::string const& statement) const {
    pqxx::connection connection(database.administration_connection_string());
    pqxx::nontransaction(connection).exec(statement);
  }
  void terminate_the_listener() const {
    tell(
        "select pg_terminate_backend(pid, 30000) from pg_stat_activity "
        "where datname = current_database() and pid <> pg_backend_pid()");
  }
};

}  // namespace

TEST_F(WakeupTest, PassesOnWhatIsNotifiedOnItsChannels) {
  Wakeup wakeup(database.connection_string(), {"deadline", "outbox"}, calls.recorder());
  ASSERT_TRUE(calls.reach("reconnected:", 1));
  tell("notify deadline, '2026-03-02'; notify elsewhere, 'x'; notify outbox");
  EXPECT_TRUE(calls.reach("deadline:2026-03-02", 1));
  EXPECT_TRUE(calls.reach("outbox:", 1));
}

TEST_F(WakeupTest, MissesNothingThatIsNotifiedRightAfterItSaysThatItListens) {
  int const rounds = 20;
  for (int round = 1; round <= rounds; ++round) {
    Wakeup wakeup(database.connection_string(), {"deadline"}, calls.recorder());
    ASSERT_TRUE(calls.reach("reconnected:", round));
    tell("notify deadline");
    ASSERT_TRUE(calls.reach("deadline:", round));
  }
}

TEST_F(WakeupTest, ReconnectsSaysSoAndListensAgain) {
  Wakeup wakeup(database.connection_string(), {"deadline"}, calls.recorder());
  for (int cut = 1; cut <= 3; ++cut) {
    ASSERT_TRUE(calls.reach("reconnected:", cut));
    terminate_the_listener();
    ASSERT_TRUE(calls.reach("reconnected:", cut + 1));
    tell("notify deadline, '" + std::to_string(cut) + "'");
    EXPECT_TRUE(calls.reach("deadline:" + std::to_string(cut), 1));
  }
}

TEST_F(WakeupTest, StopsAtOnceWhileItListens) {
  auto wakeup = std::make_unique<Wakeup>(database.connection_string(), std::vector<std::string>{"deadline"},
                                         calls.recorder());
  ASSERT_TRUE(calls.reach("reconnected:", 1));
  auto stopped = std::async(std::launch::async, [&] { wakeup.reset(); });
  EXPECT_EQ(stopped.wait_for(4s), std::future_status::ready);
}

TEST_F(WakeupTest, StopsAtOnceWhileThereIsNoDatabase) {
  auto wakeup = std::make_unique<Wakeup>("host=/nowhere/at/all", std::vector<std::string>{"deadline"},
                                         calls.recorder());
  auto stopped = std::async(std::launch::async, [&] { wakeup.reset(); });
  EXPECT_EQ(stopped.wait_for(4s), std::future_status::ready);
}
