#include <gmock/gmock.h>

#include <future>

#include "adapters/postgres/committees.hpp"
#include "adapters/postgres/entry_json.hpp"
#include "adapters/postgres/queries.hpp"
#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

struct PlanningChanges : testing::Test, PostgresHouse {
  pqxx::connection administrator{database.administration_connection_string()};
  std::string committee = registers.add_committee(house, {date("2026-03-20")}).at("id");
  std::string session = registers.add_session(house, {date("2026-05-04"), 2, 14, {}}).at("id");

  Entry listing() {
    auto entry = sample_entry(open(), [&](Move& move) {
      move.event = "list_for_committee", move.data = {{"committee", committee}};
      move.after.data["committee"] = {{"id", committee}, {"held_on", "2026-03-20"}};
    });
    entry.facts = {{"committee", {{"id", committee}, {"held_on", "2026-03-20"}}}};
    return entry;
  }
  Entry seating() {
    auto entry = sample_entry(open(), [&](Move& move) {
      move.event = "assign_session", move.data = {{"session", session}};
      hold_seat(move, {}, session);
    });
    entry.facts = {
        {"session",
         {{"id", session}, {"entry_on", "2026-05-04"}, {"weeks", 14}, {"capacity", 2}, {"taken", 0}}}};
    return entry;
  }

  void wait_until_somebody_waits() {
    pqxx::nontransaction look(administrator);
    while (look.exec("select from pg_stat_activity "
                     "where datname = current_database() and wait_event_type = 'Lock'")
               .empty())
      std::this_thread::yield();
  }
  // What comes second began while the first was not committed yet.
  template <class First, class Second>
  auto second_of(First first, Second second) {
    pqxx::work under_way(connection);
    first(under_way);
    auto coming = beside(second);
    wait_until_somebody_waits();
    under_way.commit();
    return coming.get();
  }
  auto event(Entry const& entry) {
    return [entry](pqxx::work& work) {
      auto const written = postgres::write_entries({entry});
      work.exec_params(postgres::sql::record_entries, written.entries, written.parts, "true");
    };
  }
  auto change(std::string const& call) {
    return [call](pqxx::work& work) { work.exec("select " + call); };
  }
  auto recorded(Entry const& entry) {
    return [this, entry] { return record(entry); };
  }
};

}  // namespace

TEST_F(PlanningChanges, ACommitteeWithNobodyMovesAndGoes) {
  auto const moved = registers.move_committee(house, committee, date("2026-04-01")).value();
  EXPECT_EQ(moved, (Json{{"kept_by", nullptr}, {"now", {{"id", committee}, {"held_on", "2026-04-01"}}}}));
  EXPECT_TRUE(registers.remove_committee(house, committee).value().at("kept_by").is_null());
  EXPECT_FALSE(registers.remove_committee(house, committee));
  EXPECT_FALSE(registers.move_committee(house, "none", date("2026-04-01")));
  EXPECT_FALSE(registers.move_committee("voisin", committee, date("2026-04-01")));
}

TEST_F(PlanningChanges, ACommitteeStaysWhileSomebodyIsListed) {
  ASSERT_EQ(record(listing()), Recorded::yes);
  auto const kept = registers.move_committee(house, committee, date("2026-04-01")).value().at("kept_by");
  EXPECT_EQ(kept, (Json{{"listed", 1}, {"lists", 0}, {"minutes", 0}}));
  EXPECT_EQ(registers.remove_committee(house, committee).value().at("kept_by").at("listed"), 1);
  EXPECT_EQ(registers.committee_ties(house, committee).value().at("day"), kept);
  EXPECT_TRUE(registers.move_committee(house, committee, date("2026-03-20")).value().at("kept_by").is_null())
      << "its own day is no change";
}

TEST_F(PlanningChanges, ACommitteeThatMovesFirstIsAConflictForTheEventThatSawItElsewhere) {
  EXPECT_EQ(
      second_of(change("move_committee('espo', '" + committee + "', '2026-04-01')"), recorded(listing())),
      Recorded::conflict);
  EXPECT_EQ(second_of(change("remove_committee('espo', '" + committee + "')"), recorded([&] {
                        auto entry = listing();
                        entry.facts["committee"]["held_on"] = "2026-04-01";
                        return entry;
                      }())),
            Recorded::conflict);
  LoadRequest request;
  request.establishment = house, request.committee = committee;
  EXPECT_FALSE(store.load(request).facts.committee);
}

TEST_F(PlanningChanges, AnEventThatListsFirstKeepsTheCommittee) {
  EXPECT_EQ(second_of(event(listing()), [&] { return registers.remove_committee(house, committee); })
                .value()
                .at("kept_by")
                .at("listed"),
            1);
  EXPECT_EQ(second_of(event(listing()),
                      [&] { return registers.move_committee(house, committee, date("2026-04-01")); })
                .value()
                .at("kept_by")
                .at("listed"),
            2);
}

TEST_F(PlanningChanges, ACommitteeFixedByAChoiceGivesTheDatesBackToChoose) {
  auto const proposal = ask_one(
      "select propose_committee('espo', '{2026-04-02,2026-04-03}', null, 'anne', '') "
      "->> 'id'");
  ask("select choose_proposal('espo', '" + proposal + "', '2026-04-02', 'anne')");
  auto const chosen = ask_one("select committee_id from committee_proposal");
  EXPECT_TRUE(registers.remove_committee(house, chosen).value().at("kept_by").is_null());
  EXPECT_EQ(ask_one("select num_nulls(chosen_on, chosen_by, committee_id) from committee_proposal"), "3");
}

TEST_F(PlanningChanges, ASessionChangesItsPlacesButNotBelowThoseTaken) {
  ASSERT_EQ(record(seating()), Recorded::yes);
  ASSERT_EQ(record(seating()), Recorded::yes);
  EXPECT_EQ(registers.amend_session(house, session, {{"capacity", 1}}).value().at("kept_by"),
            (Json{{"capacity", 2}}));
  EXPECT_EQ(record(seating()), Recorded::seat_taken);
  EXPECT_EQ(registers.amend_session(house, session, {{"capacity", 3}}).value().at("now").at("capacity"), 3);
  EXPECT_EQ(record(seating()), Recorded::yes);
}

TEST_F(PlanningChanges, ASessionKeepsItsDatesOnceACaseHadASeat) {
  auto const entry = seating();
  ASSERT_EQ(record(entry), Recorded::yes);
  record(sample_entry(read(entry.move.after.id), [&](Move& move) { hold_seat(move, session, {}); }));
  Json const ties{{"taken", 0}, {"named", 1}};
  for (Json const& patch : {Json{{"entry_on", "2026-05-11"}}, Json{{"weeks", 10}}})
    EXPECT_EQ(registers.amend_session(house, session, patch).value().at("kept_by"), ties);
  EXPECT_EQ(registers.remove_session(house, session).value().at("kept_by"), ties);
  EXPECT_EQ(registers.session_ties(house, session).value(), ties);
}

TEST_F(PlanningChanges, APreReceptionIsSetMovedAndTakenAwayUntilItsDayIsPast) {
  auto const amend = [&](Json const& day) {
    return registers.amend_session(house, session, {{"pre_reception_on", day}}).value().at("kept_by");
  };
  EXPECT_TRUE(amend("2026-04-10").is_null());
  EXPECT_TRUE(amend("2026-03-02").is_null());
  EXPECT_EQ(amend("2026-05-04"), (Json{{"order", "2026-05-04"}}));
  EXPECT_TRUE(amend(nullptr).is_null());
  EXPECT_TRUE(amend("2026-03-02").is_null());
  registers.set_manual_clock(instant("2026-03-03T09:00:00Z"));
  EXPECT_EQ(amend(nullptr), (Json{{"pre_reception_passed", "2026-03-02"}}));
}

TEST_F(PlanningChanges, ASessionThatChangesFirstIsAConflictForTheEventThatSawItOtherwise) {
  EXPECT_EQ(
      second_of(change("amend_session('espo', '" + session + "', '{\"pre_reception_on\": \"2026-04-01\"}')"),
                recorded(seating())),
      Recorded::conflict);
  auto entry = seating();
  entry.facts["session"]["pre_reception_on"] = "2026-04-01";
  EXPECT_NE(second_of(change("remove_session('espo', '" + session + "')"), recorded(entry)), Recorded::yes);
}

TEST_F(PlanningChanges, AnEventThatTakesASeatFirstKeepsTheSession) {
  EXPECT_EQ(second_of(event(seating()), [&] { return registers.remove_session(house, session); })
                .value()
                .at("kept_by")
                .at("taken"),
            1);
  EXPECT_EQ(second_of(event(seating()),
                      [&] {
                        return registers.amend_session(house, session, {{"capacity", 1}});
                      })
                .value()
                .at("kept_by"),
            (Json{{"capacity", 2}}));
}

TEST_F(PlanningChanges, OneEntryThatSawAnotherCommitteeDoesNotStopTheBatch) {
  std::vector<Entry> entries{listing(), listing(), sample_entry(unopened_case())};
  entries[0].facts["committee"]["held_on"] = "2026-01-01";
  EXPECT_THAT(store.record(entries), testing::ElementsAre(Recorded::conflict, Recorded::yes, Recorded::yes));
}

}  // namespace jalon::kit
