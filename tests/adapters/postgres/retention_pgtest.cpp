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
                   "') + (select count(*) from team_entry where case_id = '" + id +
                   "') + (select count(*) from deadline where "
                   "case_id = '" +
                   id + "')");
  }

  // ---- lists that were sent ----

  Json erasable_line(Snapshot const& file) {
    return {{"case", file.id},
            {"reference", file.reference},
            {"family_name", "Canari"},
            {"given_name", "canari"},
            {"mdph", "12"},
            {"place", 1},
            {"social_urgency", 3},
            {"medical_urgency", 2},
            {"rank", 1},
            {"returned_on", "2026-01-05"},
            {"valid_until", "2030-01-05"},
            {"state", "canari"},
            {"aim", "canari"},
            {"choice", "canari"},
            {"social_reason", "canari"},
            {"medical_reason", "canari"},
            {"reason", "Rang 1, urgence sociale 3 (canari)"},
            {"difference", "canari"}};
  }
  Json line_after(Snapshot const& file) {
    return {{"case", file.id},
            {"reference", file.reference},
            {"place", 2},
            {"social_urgency", 1},
            {"reason", "Urgence sociale 1"},
            {"difference", "urgence sociale 1 contre 3 pour le n° 1"}};
  }
  void keep_list(std::string const& committee, std::vector<Json> const& lines) {
    ask("insert into committee_list (establishment, committee_id, version, lines, sent_by, sent_at) values "
        "('espo', '" +
        committee + "', 1, '" + Json(lines).dump() + "', 'anne', jalon_now())");
  }
  void list_for(std::string const& committee, Snapshot const& file) {
    ask("insert into history (establishment, case_id, seq, at, occurred_on, event, actor, from_states, "
        "to_states, data, effects, facts, after, command_id) "
        "select establishment, case_id, seq + 10, at, occurred_on, 'list_for_committee', actor, from_states, "
        "to_states, '{\"committee\": \"" +
        committee +
        "\"}', effects, facts, after, gen_random_uuid() from history "
        "where case_id = '" +
        file.id + "' and seq = 2");
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
  add_member("anne", "trainer");
  ask("select add_to_team('espo', '" + one.id + "', 'anne', 'bea')");
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

TEST_F(RetentionInPostgres, ACommitteesListThatWasSentStaysWithoutAnyFactOfThePerson) {
  auto const one = closed(), other = closed();
  auto const committee = registers.add_committee(house, {date("2026-03-20")}).at("id").get<std::string>();
  keep_list(committee, {erasable_line(one), line_after(other)});
  list_for(committee, one);
  months_pass(25);
  EXPECT_FALSE(refused(one.id));
  auto const lines = Json::parse(ask_one("select lines from committee_list"));
  auto const& erased = lines.at(0);
  EXPECT_EQ(erased.at("reference"), one.reference);
  EXPECT_EQ(erased.at("place"), 1);
  EXPECT_EQ(erased.at("mdph"), "12") << "who saw the line sees that there was one";
  EXPECT_EQ(erased.at("family_name"), "effacé");
  EXPECT_TRUE(erased.at("erased"));
  EXPECT_THAT(erased.dump(), testing::Not(HasSubstr("canari")));
  for (auto const* field : {"social_urgency", "medical_urgency", "rank", "returned_on", "valid_until"})
    EXPECT_TRUE(erased.at(field).is_null()) << field;
  auto without_comparison = line_after(other);
  without_comparison["difference"] = nullptr;
  EXPECT_EQ(lines.at(1), without_comparison) << "it compared itself with the one who is gone";
}

TEST_F(RetentionInPostgres, AListIsNotChangedOtherwise) {
  auto const one = closed();
  auto const committee = registers.add_committee(house, {date("2026-03-20")}).at("id").get<std::string>();
  keep_list(committee, {erasable_line(one)});
  for (auto const& way : {std::string(), "set jalon.erasing = '" + one.id + "'; "})
    EXPECT_THROW(ask(way + "update committee_list set lines = lines_erased(lines, '" + one.id + "')"),
                 pqxx::sql_error)
        << way;
}

}  // namespace jalon::kit
