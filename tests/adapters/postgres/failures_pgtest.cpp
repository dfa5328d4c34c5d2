#include <gtest/gtest.h>

#include <future>

#include "adapters/postgres/private_cluster.hpp"
#include "tests/kit/postgres_house.hpp"

using namespace std::chrono_literals;

namespace jalon::kit {
namespace {

struct StoreFailures : testing::Test, PostgresHouse {
  pqxx::connection administrator{database.administration_connection_string()};

  // Ends the backends that wait for a lock, once there is one; returns when they are gone.
  void terminate_waiting() {
    pqxx::nontransaction look(administrator);
    while (look.exec("select pg_terminate_backend(pid, 30000) from pg_stat_activity "
                     "where datname = current_database() and wait_event_type = 'Lock'")
               .empty())
      std::this_thread::yield();
  }
};

}  // namespace

TEST_F(StoreFailures, ACommitWhoseConnectionBreaksIsInDoubtAndThenSettled) {
  auto const opened = open();
  pqxx::work blocking(connection);
  blocking.exec("select from \"case\" for update");
  std::vector<Entry> entries{sample_entry(opened)};
  auto recording = beside([&] { return store.record(entries); });
  terminate_waiting();
  EXPECT_THROW(recording.get(), CommitInDoubt);
  blocking.abort();
  EXPECT_FALSE(store.was_recorded(house, entries[0].command_id));
  EXPECT_EQ(read(opened.id).revision, 1);
  EXPECT_EQ(store.record(entries).front(), Recorded::conflict) << "an attempt that was given up stays so";
  entries[0].command_id = new_uuid();
  EXPECT_EQ(store.record(entries).front(), Recorded::yes);
}

TEST_F(StoreFailures, WhetherACommandWasRecordedWaitsForACommitUnderWay) {
  auto const entry = sample_entry(open());
  pqxx::work under_way(connection);
  under_way.exec_params(
      "insert into command_log (establishment, command_id, case_id, seq, at) "
      "values ('espo', $1, $2, 2, jalon_now())",
      entry.command_id, entry.move.after.id);
  auto asking = beside([&] { return store.was_recorded(house, entry.command_id); });
  pqxx::nontransaction look(administrator);
  while (
      look.exec(
              "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
          .empty())
    std::this_thread::yield();
  under_way.commit();
  EXPECT_TRUE(asking.get());
}

TEST_F(StoreFailures, ReadingIsTriedAgainOnAFreshConnection) {
  auto const opened = open();
  pqxx::work blocking(connection);
  blocking.exec("lock table session");
  LoadRequest request;
  request.establishment = house, request.case_id = opened.id, request.session = new_uuid();
  auto loading = beside([&] { return store.load(request); });
  terminate_waiting();
  blocking.abort();
  EXPECT_EQ(loading.get().snapshot.value().id, opened.id);
}

TEST_F(StoreFailures, ACrowdedPoolIsUnavailable) {
  postgres::Pool small(database.connection_string(), 1);
  postgres::PostgresStore patient(small, 20ms);
  auto const lease = small.lease(10s);
  EXPECT_THROW(patient.load({}), Unavailable);
  std::vector<Entry> entries{sample_entry(unopened_case())};
  EXPECT_THROW(patient.record(entries), Unavailable);
}

TEST_F(StoreFailures, ADatabaseThatIsAwayIsUnavailable) {
  postgres::Pool nowhere("host=/nonexistent dbname=jalon", 1);
  postgres::PostgresStore store_of_nothing(nowhere, 20ms);
  EXPECT_THROW(store_of_nothing.load({}), Unavailable);
  postgres::PostgresRegisters registers_of_nothing(nowhere, 20ms);
  EXPECT_THROW(registers_of_nothing.establishments(), Unavailable);
}

}  // namespace jalon::kit
