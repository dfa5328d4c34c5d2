#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "adapters/postgres/cluster/binaries.hpp"
#include "adapters/postgres/cluster/cluster_error.hpp"

using jalon::postgres::ClusterError;
using jalon::postgres::find_binaries;
using testing::HasSubstr;

namespace {

struct BinariesTest : testing::Test {
  ~BinariesTest() override { unsetenv("JALON_POSTGRES_BIN"); }

  std::string refusal(std::optional<int> wanted) const {
    try {
      find_binaries(wanted);
    } catch (ClusterError const& error) {
      return error.what();
    }
    return "(found)";
  }
};

}  // namespace

TEST_F(BinariesTest, AreFoundWithTheirVersion) {
  auto const found = find_binaries(std::nullopt);
  EXPECT_GE(found.version, jalon::postgres::oldest_version);
  EXPECT_TRUE(std::filesystem::exists(found.initdb()));
  EXPECT_EQ(find_binaries(found.version).folder, found.folder);
}

TEST_F(BinariesTest, OfTheVersionOfTheExistingDataAreNeeded) {
  EXPECT_THAT(refusal(9), testing::AllOf(HasSubstr("PostgreSQL 9"), HasSubstr("introuvable")));
}

TEST_F(BinariesTest, AreTakenFromTheFolderThatTheEnvironmentNamesAndFromNoOther) {
  auto const found = find_binaries(std::nullopt);
  setenv("JALON_POSTGRES_BIN", found.folder.c_str(), 1);
  EXPECT_EQ(find_binaries(std::nullopt).version, found.version);
  setenv("JALON_POSTGRES_BIN", "/nowhere/at/all", 1);
  EXPECT_THAT(refusal(std::nullopt), HasSubstr("/nowhere/at/all"));
}
