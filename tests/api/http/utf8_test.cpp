#include "api/http/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace jalon::http {
namespace {

std::string encoded(char32_t point) {
  auto tail = [](char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800) return {static_cast<char>(0xC0 | point >> 6), tail(point)};
  if (point < 0x10000) return {static_cast<char>(0xE0 | point >> 12), tail(point >> 6), tail(point)};
  return {static_cast<char>(0xF0 | point >> 18), tail(point >> 12), tail(point >> 6), tail(point)};
}

TEST(Utf8, EveryCodePointButTheSurrogatesIsAccepted) {
  for (char32_t point = 0; point < 0x110000; ++point) {
    bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
    ASSERT_EQ(is_utf8(encoded(point)), !is_surrogate) << "U+" << std::hex << static_cast<unsigned>(point);
  }
}

TEST(Utf8, NothingAboveTheLastCodePointIsAccepted) {
  for (char32_t point = 0x110000; point < 0x200000; ++point) ASSERT_FALSE(is_utf8(encoded(point)));
}

TEST(Utf8, EveryPairOfBytesIsAcceptedOnlyIfItIsTwoCharactersOfOneByteOrOneOfTwo) {
  for (unsigned first = 0; first < 256; ++first)
    for (unsigned second = 0; second < 256; ++second) {
      std::string pair{static_cast<char>(first), static_cast<char>(second)};
      bool expected = (first < 0x80 && second < 0x80) ||
                      (first >= 0xC2 && first <= 0xDF && second >= 0x80 && second <= 0xBF);
      ASSERT_EQ(is_utf8(pair), expected) << first << " " << second;
    }
}

TEST(Utf8, OverlongFormsAreRefused) {
  EXPECT_FALSE(is_utf8("\xC0\x80"));
  EXPECT_FALSE(is_utf8("\xE0\x80\x80"));
  EXPECT_FALSE(is_utf8("\xE0\x9F\xBF"));
  EXPECT_FALSE(is_utf8("\xF0\x80\x80\x80"));
  EXPECT_FALSE(is_utf8("\xF0\x8F\xBF\xBF"));
}

TEST(Utf8, ATruncatedCharacterIsRefused) {
  EXPECT_FALSE(is_utf8("a\xE2\x82"));
  EXPECT_FALSE(is_utf8("\xF0\x9F\x98"));
  EXPECT_FALSE(is_utf8("\xE2\x82z"));
}

}  // namespace
}  // namespace jalon::http
