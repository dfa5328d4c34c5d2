#include "adapters/postgres/connect.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using jalon::postgres::with_network_limits;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(NetworkLimits, AreAddedToKeywordsWhichStillWin) {
  auto const text = with_network_limits("host=db.example connect_timeout=9");
  EXPECT_THAT(text, testing::EndsWith("host=db.example connect_timeout=9"));
  EXPECT_THAT(text, HasSubstr("tcp_user_timeout=10000 "));
}

TEST(NetworkLimits, AreAddedToAUriThatNamesNone) {
  auto const text = with_network_limits("postgresql://db.example/jalon");
  EXPECT_THAT(text, StartsWith("postgresql://db.example/jalon?connect_timeout=3&tcp_user_timeout=10000&"));
}

TEST(NetworkLimits, LeaveThoseOfAUriAlone) {
  auto const text = with_network_limits("postgres://db.example/jalon?connect_timeout=9");
  EXPECT_THAT(text, StartsWith("postgres://db.example/jalon?connect_timeout=9&tcp_user_timeout=10000"));
  EXPECT_THAT(text, Not(HasSubstr("connect_timeout=3")));
}
