#include <gtest/gtest.h>

#include "adapters/postgres/second_factor_secrets.hpp"
#include "adapters/postgres/second_factors.hpp"
#include "adapters/sealing/sealed_second_factors.hpp"
#include "engine/ports/sealed.hpp"
#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

using sealing::SealedSecondFactors;
using sealing::SealingKey;

constexpr char const* secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

struct SecondFactorsTest : testing::Test, PostgresHouse {
  postgres::PostgresSecondFactors stored{pool};
  SealedSecondFactors factors{stored, SealingKey::by_chance()};
  SealedSecondFactors of_another_key{stored, SealingKey::by_chance()}, without_key{stored, std::nullopt};
  AccountName anne{house, "anne"}, jean{house, "jean"};

  SecondFactorsTest() {
    add_member("anne", "trainer");
    add_member("jean", "trainer");
  }
  void turn_on(AccountName const& account) { factors.turn_on(account, secret, 100, {"one", "two"}, "anne"); }
  std::string column_of(std::string const& login) {
    return ask_one("select secret from second_factor where login = '" + login + "'");
  }
};

}  // namespace

TEST_F(SecondFactorsTest, TheStoredColumnDoesNotHoldTheSecret) {
  EXPECT_FALSE(factors.secret(anne));
  turn_on(anne);
  EXPECT_EQ(column_of("anne").find(secret), std::string::npos);
  EXPECT_TRUE(sealing::is_sealed(column_of("anne")));
  EXPECT_EQ(factors.secret(anne), secret);
}

TEST_F(SecondFactorsTest, NothingReadableIsStored) {
  EXPECT_THROW(stored.turn_on(anne, secret, 100, {}, "anne"), pqxx::check_violation);
  EXPECT_FALSE(stored.secret(anne));
}

TEST_F(SecondFactorsTest, ARowMovedToAnotherAccountDoesNotOpen) {
  turn_on(anne), turn_on(jean);
  ask("update second_factor set secret = '" + column_of("jean") + "' where login = 'anne'");
  EXPECT_THROW(factors.secret(anne), SealedAway);
  EXPECT_EQ(factors.secret(jean), secret);
}

TEST_F(SecondFactorsTest, WithAnotherKeyOrNoneNothingIsReadOrAddedButItIsTurnedOff) {
  turn_on(anne);
  for (auto* elsewhere : {&of_another_key, &without_key}) {
    EXPECT_THROW(elsewhere->secret(anne), SealedAway);
    EXPECT_THROW(elsewhere->turn_on(jean, secret, 100, {}, "jean"), SealedAway);
    EXPECT_FALSE(elsewhere->secret(jean));
  }
  EXPECT_EQ(without_key.recovery_codes_left(anne), 2);
  EXPECT_TRUE(without_key.use_recovery_code(anne, "one"));
  EXPECT_TRUE(without_key.turn_off(anne, "jean"));
  of_another_key.turn_on(jean, secret, 100, {}, "jean");
  EXPECT_EQ(of_another_key.secret(jean), secret) << "the last one gone, another key may begin";
}

TEST_F(SecondFactorsTest, AStepAndARecoveryCodeAreGoodOnce) {
  turn_on(anne);
  EXPECT_FALSE(factors.use_step(anne, 100)) << "the code that turned it on";
  EXPECT_TRUE(factors.use_step(anne, 101));
  EXPECT_FALSE(factors.use_step(anne, 101));
  EXPECT_FALSE(factors.use_step(jean, 102)) << "who has none";
  EXPECT_TRUE(factors.use_recovery_code(anne, "two"));
  EXPECT_FALSE(factors.use_recovery_code(anne, "two"));
  EXPECT_FALSE(factors.use_recovery_code(jean, "one"));
  EXPECT_EQ(factors.recovery_codes_left(anne), 1);
}

TEST_F(SecondFactorsTest, TurnedOnAnewItTakesThePlaceOfWhatWasThere) {
  turn_on(anne);
  factors.use_recovery_code(anne, "one");
  turn_on(anne);
  EXPECT_EQ(factors.recovery_codes_left(anne), 2);
  EXPECT_TRUE(factors.turn_off(anne, "anne"));
  EXPECT_FALSE(factors.turn_off(anne, "anne"));
  EXPECT_FALSE(factors.use_recovery_code(anne, "two")) << "its codes went with it";
}

TEST_F(SecondFactorsTest, ATicketIsGoodForFiveTriesAndWhileTheAccountIsActive) {
  factors.open_ticket(anne, "ticket");
  for (int tries = 0; tries < 5; ++tries) EXPECT_EQ(factors.use_ticket("ticket").value().login, "anne");
  EXPECT_FALSE(factors.use_ticket("ticket"));
  factors.open_ticket(anne, "closed");
  factors.close_ticket("closed");
  EXPECT_FALSE(factors.use_ticket("closed"));
  factors.open_ticket(jean, "of jean");
  registers.disable_account(house, "jean");
  EXPECT_FALSE(factors.use_ticket("of jean"));
}

TEST_F(SecondFactorsTest, WhatWasReadableIsSealedWhereItStandsUnlessItChangedMeanwhile) {
  ask("alter table second_factor drop constraint second_factor_secret_sealed");
  ask(std::string("insert into second_factor values ('espo', 'anne', '") + secret + "', 7)");
  postgres::SecondFactorSecrets const secrets(pool);
  auto const all = secrets.all();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].account.login, "anne");
  auto const key = SealingKey::by_chance();
  secrets.replace(all[0], key.seal(secret, sealing::bound_to(anne)));
  secrets.replace(all[0], "too late");
  EXPECT_EQ(key.open(column_of("anne"), sealing::bound_to(anne)), secret);
}

}  // namespace jalon::kit
