#include "adapters/sealing/sealing_key.hpp"

#include <gtest/gtest.h>

namespace jalon::sealing {
namespace {

SealingKey const key = SealingKey::by_chance();
constexpr char const *secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", *anne = "second factor\nespo\nanne";

}  // namespace

TEST(SealingKey, OpensWhatItSealed) {
  auto const sealed = key.seal(secret, anne);
  EXPECT_EQ(sealed.find(secret), std::string::npos);
  EXPECT_EQ(key.open(sealed, anne), secret);
  EXPECT_EQ(key.open(key.seal("", anne), anne), "");
  EXPECT_NE(sealed, key.seal(secret, anne)) << "each has chance of its own";
}

TEST(SealingKey, OpensNothingOfAnotherKey) {
  auto const other = SealingKey::by_chance();
  auto const sealed = key.seal(secret, anne);
  EXPECT_FALSE(other.open(sealed, anne));
  auto renamed = sealed;
  renamed.replace(renamed.find(key.name()), key.name().size(), other.name());
  EXPECT_FALSE(other.open(renamed, anne)) << "whatever name stands there";
}

TEST(SealingKey, OpensNothingThatWasMovedToAnotherAccount) {
  auto const sealed = key.seal(secret, anne);
  EXPECT_FALSE(key.open(sealed, "second factor\nespo\njean"));
  EXPECT_FALSE(key.open(sealed, "second factor\nvoisin\nanne"));
}

TEST(SealingKey, OpensNothingThatWasChanged) {
  auto const sealed = key.seal(secret, anne);
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    auto changed = sealed;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(key.open(changed, anne)) << i;
    EXPECT_FALSE(key.open(sealed.substr(0, i), anne)) << i;
  }
  EXPECT_FALSE(key.open(sealed + "A", anne));
  EXPECT_FALSE(key.open(secret, anne)) << "what was never sealed";
}

TEST(SealingKey, IsSixtyFourHexadecimalDigits) {
  auto const again = SealingKey::from_text(key.text()).value();
  EXPECT_EQ(again.name(), key.name());
  EXPECT_EQ(again.open(key.seal(secret, anne), anne), secret);
  for (auto const& text : {std::string(), key.text() + "0", key.text() + "00", key.text().substr(2),
                           " " + key.text(), std::string(64, 'g')})
    EXPECT_FALSE(SealingKey::from_text(text)) << text;
}

TEST(SealingKey, IsNamedInWhatItSealedAndTheNameTellsNothing) {
  auto const sealed = key.seal(secret, anne);
  EXPECT_TRUE(is_sealed(sealed));
  EXPECT_EQ(key_name_of(sealed), key.name());
  EXPECT_NE(key.name(), SealingKey::by_chance().name());
  EXPECT_EQ(key.text().find(key.name()), std::string::npos);
  EXPECT_FALSE(is_sealed(secret));
  EXPECT_EQ(key_name_of(secret), "");
  EXPECT_EQ(key_name_of("sealed:"), "");
}

}  // namespace jalon::sealing
