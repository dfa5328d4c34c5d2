#include "api/second_factor/one_time_code.hpp"

#include <gtest/gtest.h>

namespace jalon::second_factor {
namespace {

using std::chrono::seconds;
using std::chrono::system_clock;

// « 12345678901234567890 » in base32, the key of RFC 6238's and RFC 4226's examples.
constexpr char const* secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

system_clock::time_point at(long long unix_seconds) {
  return system_clock::time_point(seconds(unix_seconds));
}

TEST(OneTimeCode, IsThatOfTheExamplesOfRfc6238) {
  // Appendix B, SHA-1, of whose eight digits ours are the last six.
  struct Example {
    long long time;
    char const* code;
  };
  for (auto const& example :
       {Example{59, "287082"}, Example{1111111109, "081804"}, Example{1111111111, "050471"},
        Example{1234567890, "005924"}, Example{2000000000, "279037"}, Example{20000000000, "353130"}})
    EXPECT_EQ(code_at(secret, example.time / step_length.count()), example.code) << example.time;
  EXPECT_EQ(step_of(at(1111111109)), 0x23523EC) << "the T of the second example";
}

TEST(OneTimeCode, IsThatOfTheExamplesOfRfc4226) {
  char const* const codes[] = {"755224", "287082", "359152", "969429", "338314",
                               "254676", "287922", "162583", "399871", "520489"};
  for (int counter = 0; counter < 10; ++counter) EXPECT_EQ(code_at(secret, counter), codes[counter]);
}

TEST(OneTimeCode, IsGoodOneStepBeforeAndAfterAndNoFurther) {
  auto const now = at(1'800'000'015);
  auto const present = step_of(now);
  for (int away = -3; away <= 3; ++away) {
    auto const found = matching_step(secret, code_at(secret, present + away), now);
    if (std::abs(away) <= 1)
      EXPECT_EQ(found, present + away) << away;
    else
      EXPECT_EQ(found, std::nullopt) << away;
  }
}

TEST(OneTimeCode, MayBeTypedWithSpacesButNotShorterOrLonger) {
  auto const now = at(59);
  EXPECT_TRUE(matching_step(secret, "287 082", now));
  for (auto const* wrong : {"", "28708", "2870820", "287083", "94287082", "abcdef"})
    EXPECT_FALSE(matching_step(secret, wrong, now)) << wrong;
}

TEST(Secret, HoldsOneHundredAndSixtyBitsInBase32) {
  std::size_t next = 0;
  auto const made = new_secret([&](std::size_t bound) { return next++ % bound; });
  EXPECT_EQ(made, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
  EXPECT_TRUE(is_secret(made));
  for (auto const* wrong :
       {"", "ABC", "abcdefghijklmnopqrstuvwxyz234567", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234561"})
    EXPECT_FALSE(is_secret(wrong)) << wrong;
  EXPECT_THROW(code_at("1", 0), std::invalid_argument);
}

TEST(Secret, IsReadByApplicationsAndByPeople) {
  EXPECT_EQ(otpauth_address("ABCD", "Jalon ESPO", "anne@here"),
            "otpauth://totp/Jalon%20ESPO:anne%40here?secret=ABCD&issuer=Jalon%20ESPO&algorithm=SHA1&digits=6"
            "&period=30");
  EXPECT_EQ(in_groups_of_four("ABCDEFGHIJ"), "ABCD EFGH IJ");
}

}  // namespace
}  // namespace jalon::second_factor
