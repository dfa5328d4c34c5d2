#include <gtest/gtest.h>

#include "adapters/postgres/queries.hpp"
#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

// A base that is large enough for reading whole tables to be a mistake, with statistics as they are after a
// while.
struct Plans : testing::Test {
  static constexpr int cases = 5000;

  static void SetUpTestSuite() {
    shared = std::make_unique<PostgresHouse>();
    for (int batch = 0; batch < cases / 500; ++batch) {
      std::vector<Entry> entries;
      for (int i = 0; i < 500; ++i) {
        auto unopened = unopened_case();
        unopened.person.family_name.value = "Nom " + new_uuid();
        auto const due = to_string(plus_days(date("2026-01-01"), (batch * 500 + i) % 700));
        entries.push_back(sample_entry(unopened, [&](Move& move) {
          set_deadline(move, sample_deadline("seat", due));
          open_task(move, sample_task("call"));
          move.effects.messages = {sample_message("reminder")};
          move.effects.transmissions = {sample_transmission("41")};
        }));
        entries.back().closed = i % 3 != 0;
      }
      shared->store.record(entries);
    }
    shared->ask("vacuum analyze");
  }
  static void TearDownTestSuite() { shared.reset(); }

  // The plan of a query with these parameters, as the store runs it: under the policies.
  static std::string plan(std::string const& query, std::vector<std::string> const& parameters) {
    auto text = query;
    for (int i = int(parameters.size()); i >= 1; --i) {
      auto const name = "$" + std::to_string(i);
      for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1))
        text.replace(at, name.size(), parameters[std::size_t(i) - 1]);
    }
    std::string lines;
    auto const lease = shared->pool.lease(std::chrono::seconds(30));
    for (auto const& row : pqxx::nontransaction(*lease).exec("explain " + text))
      lines += std::string(row[0].c_str()) + "\n";
    return lines;
  }

  static void expect_by_index(std::string const& shown) {
    for (auto const* table :
         {"\"case\"", "deadline", "task", "message", "transmission", "history", "command_log"})
      EXPECT_EQ(shown.find(std::string("Seq Scan on ") + table), std::string::npos) << shown;
  }

  static std::unique_ptr<PostgresHouse> shared;
};
std::unique_ptr<PostgresHouse> Plans::shared;

std::string const anyone = "'espo'", nothing = "null";

}  // namespace

TEST_F(Plans, ListsGoByIndex) {
  auto const id = "'" + shared->ask_one("select id from \"case\" limit 1") + "'";
  auto const cases_with = [&](std::string const& role, std::string const& overdue, std::string const& query) {
    return plan(postgres::sql::list_cases,
                {anyone, nothing, nothing, role, overdue, query, nothing, nothing, nothing, nothing, nothing,
                 "'newest'", nothing, nothing, nothing, "51"});
  };
  expect_by_index(cases_with(nothing, nothing, nothing));
  expect_by_index(cases_with(nothing, nothing, "'nom'"));
  expect_by_index(
      plan(postgres::sql::list_overdue, {anyone, nothing, "'2026-01-05'", id, "'seat'", "0", "51"}));
  expect_by_index(plan(postgres::sql::list_tasks, {anyone, nothing, nothing, nothing, nothing, nothing,
                                                   "true", nothing, nothing, "51"}));
  expect_by_index(plan(postgres::sql::list_messages, {anyone, nothing, nothing, "51"}));
  expect_by_index(plan(postgres::sql::list_messages_of_case, {anyone, nothing, id, nothing, "51"}));
  // On a day on which little is due, as most are.
  expect_by_index(plan(postgres::sql::reminder_facts, {anyone, "'2020-01-06'", "'2020-01-12'"}));
  expect_by_index(plan(postgres::sql::troubled_messages, {anyone}));
  expect_by_index(plan(postgres::sql::waiting_emails, {anyone}));
  expect_by_index(plan(postgres::sql::list_transmissions, {anyone, nothing, nothing, "51"}));
  expect_by_index(plan(postgres::sql::list_transmissions_of_case, {anyone, nothing, id, nothing, "51"}));
  expect_by_index(plan(postgres::sql::list_history, {anyone, nothing, id, nothing, "51"}));
  expect_by_index(plan(postgres::sql::case_at, {anyone, nothing, id, "'2026-03-05T00:00:00Z'"}));
  expect_by_index(plan(postgres::sql::next_due, {}));
}

TEST_F(Plans, ReadingACaseGoesByIndex) {
  expect_by_index(plan("select snapshot from case_snapshot where establishment = 'espo' and id = $1",
                       {"'" + new_uuid() + "'"}));
}

// What functions run inside is seen by counting the rows that whole tables gave up: none.
TEST_F(Plans, TheHotPathReadsNoTableWhole) {
  auto const read_whole = [&] {
    shared->ask("select pg_stat_force_next_flush()");
    return shared->ask_one(
        "select sum(seq_scan) from pg_stat_user_tables where relname in "
        "('case', 'deadline', 'task', 'message', 'transmission', 'history', 'command_log')");
  };
  postgres::Pool one(shared->database.connection_string(), 1, postgres::web_pool_options());
  postgres::Pool other(shared->database.connection_string(), 1, postgres::engine_pool_options());
  postgres::PostgresStore store(one), due_work(other);
  LoadRequest request;
  request.establishment = house,
  request.case_id = shared->ask_one("select id from \"case\" where not closed limit 1");
  auto const before = read_whole();
  for (int i = 0; i < 8; ++i) {  // past the plans made for one set of parameters
    std::vector<Entry> entries{sample_entry(store.load(request).snapshot.value(), [](Move& move) {
      move.effects.deadlines_dropped = move.after.deadlines;
      move.effects.tasks_closed = move.after.tasks;
      set_deadline(move, sample_deadline("seat", "2027-12-01"));
      open_task(move, sample_task("call"));
      move.effects.messages_cancelled = move.effects.transmissions_released = true;
    })};
    EXPECT_EQ(store.record(entries).front(), Recorded::yes);
    due_work.fire_due({5}, [](Instant now, std::vector<DueDeadline> const& due) {
      std::vector<Entry> passed;
      for (auto const& one_due : due)
        passed.push_back(passing_entry(one_due.snapshot, one_due.deadline, one_due.number, now));
      return passed;
    });
  }
  for (auto* pool : {&one, &other}) {
    auto const lease = pool->lease(std::chrono::seconds(9));
    pqxx::nontransaction(*lease).exec("select pg_stat_force_next_flush()");
  }
  EXPECT_EQ(read_whole(), before);
}

}  // namespace jalon::kit
