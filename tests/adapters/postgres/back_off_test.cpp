#include "adapters/postgres/back_off.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace std::chrono_literals;
using jalon::postgres::BackOff;

TEST(BackOff, DoublesUpToItsLimitWithHalfOfItLeftToChance) {
  BackOff back_off(100ms, 1000ms);
  for (auto const whole : {100, 200, 400, 800, 1000, 1000}) {
    EXPECT_THAT(back_off.next().count(), testing::AllOf(testing::Ge(whole / 2), testing::Le(whole)));
  }
}

TEST(BackOff, BeginsAgainAfterASuccess) {
  BackOff back_off(100ms, 1000ms);
  back_off.next();
  back_off.next();
  back_off.reset();
  EXPECT_LE(back_off.next(), 100ms);
}
