#include <gmock/gmock.h>

#include <future>

#include "adapters/postgres/committees.hpp"
#include "adapters/postgres/sessions.hpp"
#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

struct CommitteesInPostgres : testing::Test, PostgresHouse {
  postgres::PostgresCommittees committees{pool, std::chrono::seconds(30)};
  std::string committee = registers.add_committee(house, {date("2026-03-20")}).at("id");

  // A case on the committee's list.
  Snapshot listed(std::string const& mdph = "12") {
    auto unopened = unopened_case();
    unopened.notification.mdph = mdph;
    auto const opened = open_as(unopened);
    record(sample_entry(opened, [&](Move& move) {
      move.event = "list_for_committee", move.data = {{"committee", committee}};
      move.after.places["journey"] = "on_committee_list";
      move.after.data["committee"] = {{"id", committee}, {"held_on", "2026-03-20"}};
      move.after.data["returned_on"] = "2026-02-10";
    }));
    return read(opened.id);
  }
  std::string versions() { return ask_one("select count(*) from committee_list"); }
  std::string mails() { return ask_one("select count(*) from message where template = 'committee_list'"); }
};

}  // namespace

TEST_F(CommitteesInPostgres, SentByManyAtOnceAreOneVersionAndOneMailForEachMember) {
  listed();
  add_member("anne", "doctor"), add_member("rip", "mdph_partner", "12"),
      add_member("far", "mdph_partner", "48");
  std::vector<std::future<Committees::SentList>> sendings;
  for (int i = 0; i < 8; ++i)
    sendings.push_back(
        beside([&] { return committees.send_list(house, committee, "paul", "https://jalon.example.org"); }));
  for (auto& sending : sendings) EXPECT_EQ(sending.get().answer.at("version"), 1);
  EXPECT_EQ(versions(), "1");
  EXPECT_EQ(mails(), "2");
}

TEST_F(CommitteesInPostgres, SentAgainReachTheMemberWhoCameMeanwhile) {
  listed();
  add_member("anne", "doctor");
  committees.send_list(house, committee, "paul", "");
  add_member("lea", "social_worker");
  auto const again = committees.send_list(house, committee, "paul", "");
  EXPECT_EQ(again.answer.at("recipients"), Json({"anne", "lea"}));
  EXPECT_EQ(versions(), "1");
  EXPECT_EQ(mails(), "2");
}

TEST_F(CommitteesInPostgres, WriteTheListAndItsMailsInOneCommitOrNeither) {
  listed();
  add_member("anne", "doctor");
  ask("create function refuse_mail() returns trigger language plpgsql as "
      "$$ begin raise exception 'no mail today'; end $$; "
      "create trigger no_mail before insert on message execute function refuse_mail()");
  EXPECT_ANY_THROW(committees.send_list(house, committee, "paul", ""));
  EXPECT_EQ(versions(), "0");
}

TEST_F(CommitteesInPostgres, KeepWhatWasSaidAndSentForGood) {
  auto const one = listed();
  committees.grade(house, committee, one.id, {CommitteeGrade::Kind::social, 2, "Logement à quitter"}, "lea");
  committees.send_list(house, committee, "paul", "");
  for (std::string const table : {"committee_grade", "committee_list", "committee_proposal_answer"})
    for (auto const& change : {"update " + table + " set establishment = establishment",
                               "delete from " + table, "truncate " + table})
      EXPECT_THROW(ask(change), pqxx::sql_error) << change;
  for (std::string const change : {"delete from committee_minutes", "truncate committee_minutes"})
    EXPECT_THROW(ask(change), pqxx::sql_error) << change;
  EXPECT_THROW(
      ask("insert into committee_grade (establishment, committee_id, case_id, kind, urgency, reason, "
          "graded_by, graded_at) values ('espo', '" +
          committee + "', '" + one.id + "', 'social', 4, 'x', 'lea', now())"),
      pqxx::check_violation);
}

TEST_F(CommitteesInPostgres, PlaceTheLinesOfADepartmentAmongAll) {
  auto const near = listed("12"), far = listed("48");
  committees.grade(house, committee, near.id, {CommitteeGrade::Kind::social, 3, "x"}, "lea");
  auto const seen = committees.list({house, "48"}, committee, {}, "rip").value();
  ASSERT_EQ(seen.at("lines").size(), 1u);
  EXPECT_EQ(seen.at("lines")[0].at("case"), far.id);
  EXPECT_EQ(seen.at("lines")[0].at("place"), 2);
  EXPECT_EQ(ask_one("select string_agg(case_id::text, ' ') from reading where login = 'rip'"), far.id);
}

TEST_F(CommitteesInPostgres, AreFoundByTheHistorysIndexes) {
  listed();
  ask("set enable_seqscan = off");
  std::string plan;
  for (auto const& row : ask("explain select case_id from history h where establishment = 'espo' and event = "
                             "'list_for_committee' and data ->> 'committee' = '" +
                             committee + "'"))
    plan += std::string(row[0].c_str()) + "\n";
  EXPECT_THAT(plan, testing::HasSubstr("history_listing"));
}

TEST_F(CommitteesInPostgres, KnowNothingByIdentifiersThatAreNone) {
  EXPECT_FALSE(committees.read(house, "none"));
  EXPECT_FALSE(committees.list(sight, "none", {}, "anne"));
  EXPECT_FALSE(committees.list(sight, new_uuid(), {}, "anne"));
  EXPECT_EQ(committees.send_list(house, "none", "anne", "").outcome, SendingList::no_such_committee);
  EXPECT_EQ(committees.send_list(house, committee, "anne", "").outcome, SendingList::nobody_listed);
  EXPECT_FALSE(postgres::PostgresSessions(pool).read(sight, new_uuid(), "session", "anne"));
}

}  // namespace jalon::kit
