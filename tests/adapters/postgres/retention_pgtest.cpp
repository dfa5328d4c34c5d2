// How closed cases are kept and erased, as PostgreSQL does it.
#include <gmock/gmock.h>

#include "adapters/postgres/retention.hpp"
#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct RetentionInPostgres : testing::Test, PostgresHouse {
  postgres::PostgresRetention retention{pool, std::chrono::seconds(30)};

  Snapshot closed(Change const& change = {}) {
    auto const opened = open();
    auto entry = sample_entry(opened, change);
    entry.closed = true;
    record(std::move(entry));
    return read(opened.id);
  }
  void months_pass(int months) {
    registers.set_manual_clock(registers.clock().now + std::chrono::days(31 * months));
  }
  std::vector<std::string> due(bool kept = false) { return column(retention.due(house, kept, {}), "case"); }
  std::optional<std::string> refused(std::string const& id) {
    return retention.erase(house, id, "helene").refused;
  }
  std::string rows_of(std::string const& id) {
    return ask_one("select (select count(*) from \"case\" where id = '" + id +
                   "') + (select count(*) from history where "
                   "case_id = '" +
                   id + "') + (select count(*) from message where case_id = '" + id +
                   "') + (select count(*) from task where case_id = '" + id +
                   "') + (select count(*) from deadline where "
                   "case_id = '" +
                   id + "')");
  }
};

}  // namespace

TEST_F(RetentionInPostgres, AClosedCaseIsDueTwoYearsAfterItsLastEntry) {
  auto const one = closed();
  open();
  EXPECT_EQ(retention.rule(house).at("months"), 24);
  months_pass(23);
  EXPECT_THAT(due(), IsEmpty());
  EXPECT_THAT(refused(one.id).value_or(""), HasSubstr("encore à conserver"));
  months_pass(2);
  EXPECT_THAT(due(), ElementsAre(one.id)) << "the open case is never due";
}

TEST_F(RetentionInPostgres, AnotherRuleHoldsForWhatIsClosedAlready) {
  auto const one = closed();
  registers.set_setting(house, "retention", {{"months", 6}}, "helene");
  months_pass(7);
  EXPECT_THAT(due(), ElementsAre(one.id));
  EXPECT_ANY_THROW(registers.set_setting(house, "retention", {{"months", 5}}, "helene"));
}

TEST_F(RetentionInPostgres, WhatIsStillToBeDoneKeepsACaseAndSaysSo) {
  auto const one = closed([](Move& move) { open_task(move, sample_task("call")); });
  months_pass(25);
  EXPECT_THAT(due(), IsEmpty());
  ASSERT_THAT(due(true), ElementsAre(one.id));
  EXPECT_EQ(retention.due(house, true, {}).items[0].at("kept_because"), "une tâche est à faire");
  EXPECT_THAT(refused(one.id).value_or(""), HasSubstr("une tâche est à faire"));
  EXPECT_NE(rows_of(one.id), "0");
}

TEST_F(RetentionInPostgres, AnErasedCaseLeavesALineThatTellsNothingOfThePerson) {
  auto const one = closed(), other = closed();
  months_pass(25);
  auto const erased = retention.erase(house, one.id, "helene");
  EXPECT_EQ(erased.reference, one.reference);
  EXPECT_FALSE(erased.refused);
  EXPECT_EQ(rows_of(one.id), "0");
  EXPECT_NE(rows_of(other.id), "0");
  auto const line = retention.erasures(house, {}).items.at(0);
  EXPECT_EQ(line.at("reference"), one.reference);
  EXPECT_EQ(line.at("erased_by"), "helene");
  EXPECT_THAT(line.dump(), testing::Not(HasSubstr(one.person.family_name.value)));
  EXPECT_FALSE(retention.erase(house, one.id, "helene").reference) << "it is gone";
  EXPECT_NE(open().reference, one.reference) << "no reference is given twice";
}

TEST_F(RetentionInPostgres, AnOpenCaseOrNoCaseIsNotErased) {
  auto const one = open();
  months_pass(25);
  EXPECT_THAT(refused(one.id).value_or(""), HasSubstr("n’est pas clos"));
  EXPECT_THAT(refused(new_uuid()).value_or(""), HasSubstr("n’existe pas"));
  EXPECT_THAT(retention.erasures(house, {}).items, IsEmpty());
}

TEST_F(RetentionInPostgres, NothingElseTakesAnEntryOutOfAHistory) {
  auto const one = closed();
  for (auto const& way : {std::string(), "set jalon.erasing = '" + one.id + "'; "})
    EXPECT_THROW(ask(way + "delete from history where case_id = '" + one.id + "'"), pqxx::sql_error) << way;
  EXPECT_THROW(ask("delete from erasure"), pqxx::sql_error);
  EXPECT_THAT(registers.history(sight, one.id, {})->items, SizeIs(2));
}

TEST_F(RetentionInPostgres, ACommitteesListStaysWithoutTheName) {
  auto const one = closed();
  auto const committee = registers.add_committee(house, {date("2026-03-20")}).at("id").get<std::string>();
  ask("insert into committee_list (establishment, committee_id, version, lines, sent_by, sent_at) values "
      "('espo', '" +
      committee + "', 1, '[{\"case\": \"" + one.id + "\", \"reference\": \"" + one.reference +
      "\", \"family_name\": \"Roussel\", \"given_name\": \"Anaïs\"}]', "
      "'anne', jalon_now())");
  ask("insert into history (establishment, case_id, seq, at, occurred_on, event, actor, from_states, "
      "to_states, data, "
      "effects, facts, after, command_id) select establishment, case_id, seq + 10, at, occurred_on, "
      "'list_for_committee', actor, from_states, to_states, '{\"committee\": \"" +
      committee + "\"}', effects, facts, after, gen_random_uuid() from history where case_id = '" + one.id +
      "' and seq = 2");
  months_pass(25);
  EXPECT_FALSE(refused(one.id));
  EXPECT_EQ(ask_one("select lines -> 0 ->> 'family_name' from committee_list"), "effacé");
  EXPECT_EQ(ask_one("select lines -> 0 ->> 'reference' from committee_list"), one.reference);
}

}  // namespace jalon::kit
