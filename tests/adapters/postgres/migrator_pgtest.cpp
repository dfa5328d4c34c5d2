// F18, F26. One migrator at a time; a newer schema is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <pqxx/pqxx>

#include "adapters/postgres/migrator.hpp"
#include "tests/kit/scratch_database.hpp"

using jalon::kit::ScratchDatabase;
using jalon::postgres::migrate;
using jalon::postgres::Migration;
using jalon::postgres::migration_status;
using jalon::postgres::MigrationError;
using jalon::postgres::require_current_schema;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

using Migrations = std::vector<Migration>;

Migration const first{1, "0001_first", "create table first (n integer); insert into first values (1);"};
Migration const second{2, "0002_second", "create table second (n integer);"};
Migration const broken{3, "0003_broken", "create table third (n integer); select 1 / 0;"};

struct Migrator : testing::Test {
  ScratchDatabase database{ScratchDatabase::Schema::empty};
  std::string url = database.connection_string();

  bool has_table(std::string const& name) const {
    pqxx::connection connection(url);
    return !pqxx::nontransaction(connection).exec1("select to_regclass('" + name + "')")[0].is_null();
  }

  std::string refusal(Migrations const& known) const {
    try {
      migrate(url, known);
    } catch (MigrationError const& error) {
      return error.what();
    }
    return "(not refused)";
  }
};

}  // namespace

TEST_F(Migrator, AppliesWhatIsMissingInOrderAndNothingTwice) {
  EXPECT_THAT(migrate(url, Migrations{first}), ElementsAre("0001_first"));
  EXPECT_THAT(migrate(url, Migrations{first, second}), ElementsAre("0002_second"));
  EXPECT_THAT(migrate(url, Migrations{first, second}), IsEmpty());
}

TEST_F(Migrator, LetsOneOfSeveralProcessesMigrateWhileTheOthersWait) {
  std::vector<std::future<std::size_t>> starts;
  for (int start = 0; start < 6; ++start) {
    starts.push_back(std::async(std::launch::async, [this] {
      return migrate(url, Migrations{first, second}).size();
    }));
  }
  std::size_t applied = 0;
  for (auto& start : starts) {
    applied += start.get();
  }
  EXPECT_EQ(applied, 2U);
}

TEST_F(Migrator, RefusesADatabaseOfANewerProgram) {
  migrate(url, Migrations{first, second});
  EXPECT_THAT(refusal({first}), AllOf(HasSubstr("version plus récente"), HasSubstr("0002_second")));
}

TEST_F(Migrator, RefusesAMigrationThatWasEditedAfterItWasApplied) {
  migrate(url, Migrations{first});
  EXPECT_THAT(refusal({{1, "0001_first", "create table other ();"}, second}), HasSubstr("0001_first"));
  EXPECT_FALSE(has_table("second"));
}

TEST_F(Migrator, RefusesAMigrationSlippedInBeforeAppliedOnes) {
  migrate(url, Migrations{second});
  EXPECT_THAT(refusal({first, second}), AllOf(HasSubstr("0001_first"), HasSubstr("0002_second")));
  EXPECT_FALSE(has_table("first"));
}

TEST_F(Migrator, ChangesNothingWhenOneMigrationFails) {
  EXPECT_THAT(refusal({first, second, broken}), AllOf(HasSubstr("0003_broken"), HasSubstr("a échoué")));
  EXPECT_FALSE(has_table("first"));
  EXPECT_FALSE(has_table("schema_migration"));
}

TEST_F(Migrator, TellsWhatIsAppliedAndWhatIsPending) {
  migrate(url, Migrations{first});
  auto const status = migration_status(url, Migrations{first, second});
  ASSERT_EQ(status.size(), 2U);
  EXPECT_EQ(status[0].name, "0001_first");
  EXPECT_THAT(status[0].applied_at.value(), testing::MatchesRegex("20..-..-..T..:..:..Z"));
  EXPECT_EQ(status[1].name, "0002_second");
  EXPECT_FALSE(status[1].applied_at);
}

TEST_F(Migrator, TellsTheStatusOfAnEmptyDatabaseWithoutTouchingIt) {
  EXPECT_FALSE(migration_status(url, Migrations{first}).at(0).applied_at);
  EXPECT_FALSE(has_table("schema_migration"));
}

TEST_F(Migrator, AWorkerWantsExactlyItsOwnSchema) {
  EXPECT_THROW(require_current_schema(url, Migrations{first}), MigrationError);
  migrate(url, Migrations{first});
  EXPECT_NO_THROW(require_current_schema(url, Migrations{first}));
  EXPECT_THROW(require_current_schema(url, Migrations{first, second}), MigrationError);
  EXPECT_THROW(require_current_schema(url, Migrations{}), MigrationError);
}

TEST_F(Migrator, BringsAnEmptyDatabaseToTheSchemaOfThisProgram) {
  auto const known = jalon::postgres::compiled_migrations();
  EXPECT_EQ(migrate(url).size(), known.size());
  EXPECT_NO_THROW(require_current_schema(url));
  EXPECT_TRUE(has_table("clock"));
}
