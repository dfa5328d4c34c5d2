#include "api/second_factor/recovery_codes.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "api/second_factor/qr_code.hpp"

namespace jalon::second_factor {
namespace {

TEST(RecoveryCodes, AreTenThatDifferAndThatNobodyMisreads) {
  std::mt19937 chance(1);
  auto const codes = new_recovery_codes([&](std::size_t bound) { return chance() % bound; });
  EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10U);
  for (auto const& code : codes) {
    EXPECT_EQ(code.size(), 14U) << code;
    EXPECT_EQ(code.find_first_of("01ilo"), std::string::npos) << code;
  }
}

TEST(RecoveryCodes, MayBeTypedAsPeopleType) {
  for (auto const* typed : {"k7mq-2xwt-9bhd", "K7MQ 2XWT 9BHD", " k7mq2xwt9bhd"})
    EXPECT_EQ(plain_recovery_code(typed), "k7mq2xwt9bhd") << typed;
}

TEST(QrCode, HasItsWhiteBorderAndNoMoreThanItsSquares) {
  auto const code = qr_code("otpauth://totp/Jalon:anne?secret=ABCD");
  EXPECT_EQ((code.side - 8 - 17) % 4, 0) << "a version of QR has 17 + 4n squares a side";
  EXPECT_TRUE(code.path.starts_with("M4 4h1v1h-1z")) << "the finder of the first corner";
  EXPECT_THROW(qr_code(std::string(5000, 'x')), std::invalid_argument);
}

}  // namespace
}  // namespace jalon::second_factor
