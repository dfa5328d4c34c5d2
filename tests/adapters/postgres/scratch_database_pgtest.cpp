#include <gtest/gtest.h>

#include <pqxx/pqxx>

#include "tests/kit/scratch_database.hpp"

using jalon::kit::ScratchDatabase;

namespace {

int tables_in(std::string const& connection_string) {
  pqxx::connection connection(connection_string);
  return pqxx::work(connection)
      .exec1("select count(*) from pg_tables where schemaname = 'public'")[0]
      .as<int>();
}

}  // namespace

TEST(ScratchDatabase, IsMigratedAndNoOtherTestSeesIt) {
  ScratchDatabase first;
  ScratchDatabase second;
  pqxx::connection connection(first.connection_string());
  pqxx::nontransaction(connection).exec("create table left_by_the_first (n integer)");
  EXPECT_GE(tables_in(second.connection_string()), 2);
  EXPECT_EQ(tables_in(first.connection_string()), tables_in(second.connection_string()) + 1);
}

TEST(ScratchDatabase, CanBeEmpty) {
  ScratchDatabase empty(ScratchDatabase::Schema::empty);
  EXPECT_EQ(tables_in(empty.connection_string()), 0);
}

TEST(ScratchDatabase, IsGoneAfterwardsThoughSomebodyIsStillConnected) {
  std::string lost;
  std::unique_ptr<pqxx::connection> connection;
  {
    ScratchDatabase database;
    lost = database.connection_string();
    connection = std::make_unique<pqxx::connection>(lost);
  }
  EXPECT_THROW(pqxx::connection{lost}, pqxx::broken_connection);
}
