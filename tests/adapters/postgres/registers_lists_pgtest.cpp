#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

struct RegistersLists : testing::Test, PostgresHouse {
  std::vector<std::string> references(CaseFilter const& filter) {
    return column(registers.cases(sight, filter, {}), "reference");
  }
  std::vector<std::string> search(std::string const& query) {
    CaseFilter filter;
    filter.query = query;
    return references(filter);
  }
  Snapshot close(Snapshot const& snapshot, std::string const& state) {
    auto entry = sample_entry(snapshot, [&](Move& move) {
      move.after.places = {{"journey", state}, {"life", "open"}};
      move.effects.deadlines_dropped = move.after.deadlines;
      move.after.deadlines.clear();
    });
    entry.closed = true;
    EXPECT_EQ(record(entry), Recorded::yes);
    return read(snapshot.id);
  }
};

}  // namespace

TEST_F(RegistersLists, ShowOfACaseWhatAListNeeds) {
  auto const opened = open([](Move& move) {
    set_deadline(move, sample_deadline("seat", "2026-05-01"));
    set_deadline(move, sample_deadline("first_contact", "2026-03-17"));
  });
  EXPECT_EQ(registers.cases(sight, {}, {}).items.at(0),
            (Json{{"id", opened.id},
                  {"reference", "2026-0001"},
                  {"workflow", "sample"},
                  {"states", {{"journey", "notified"}, {"life", "open"}}},
                  {"closed", false},
                  {"overdue", false},
                  {"due", "2026-03-17"},
                  {"person", {{"family_name", "Lefèvre-Noël"}, {"given_name", "Anaïs"}}},
                  {"mdph", "12"}}));
  registers.set_manual_clock(instant("2026-03-17T23:00:00Z"));
  EXPECT_EQ(registers.cases(sight, {}, {}).items.at(0).at("overdue"), true);
}

TEST_F(RegistersLists, ShowOpenCasesFirstAndTheNewestFirst) {
  open();
  close(open(), "closed_renounced");
  open();
  close(open(), "closed_renounced");
  EXPECT_THAT(references({}), ElementsAre("2026-0003", "2026-0001", "2026-0004", "2026-0002"));
}

TEST_F(RegistersLists, ComeInPagesThatMissAndRepeatNothing) {
  for (int i = 0; i < 7; ++i) open();
  for (int i = 0; i < 4; ++i) close(open(), "closed_renounced");
  for (int limit : {1, 2, 3, 7, 11, 200}) {
    auto const all = all_pages([&](PageRequest const& page) { return registers.cases(sight, {}, page); },
                               "reference", limit);
    EXPECT_THAT(all, ElementsAre("2026-0007", "2026-0006", "2026-0005", "2026-0004", "2026-0003", "2026-0002",
                                 "2026-0001", "2026-0011", "2026-0010", "2026-0009", "2026-0008"))
        << "in pages of " << limit;
  }
}

TEST_F(RegistersLists, RefuseACursorTheyHaveNotGiven) {
  open(), open();
  auto const given = registers.cases(sight, {}, {1, std::nullopt}).next.value();
  for (std::string const& cursor : {std::string("x"), std::string("Ww"), std::string("'; drop table"),
                                    given + "A", given.substr(1), std::string(), std::string(2000, 'A'),
                                    registers.cases(sight, {}, {1, std::nullopt}).next.value().substr(0, 6)})
    EXPECT_THROW(registers.cases(sight, {}, {1, cursor}), BadCursor) << cursor;
  EXPECT_THROW(registers.overdue(sight, {1, given}), BadCursor) << "it is another list's";
}

TEST_F(RegistersLists, FindCasesByStateInOneRegionOrAny) {
  auto const one = open();
  close(open(), "closed_renounced");
  CaseFilter filter;
  filter.state = "notified";
  EXPECT_THAT(references(filter), ElementsAre("2026-0001"));
  filter.region = "journey";
  EXPECT_THAT(references(filter), ElementsAre("2026-0001"));
  filter.region = "life";
  EXPECT_THAT(references(filter), IsEmpty());
  filter.state = "open";
  EXPECT_THAT(references(filter), ElementsAre("2026-0001", "2026-0002"));
  filter.region = std::nullopt, filter.state = "closed_renounced";
  EXPECT_THAT(references(filter), ElementsAre("2026-0002"));
  filter.state = "\" || true || \"";
  EXPECT_THAT(references(filter), IsEmpty());
}

TEST_F(RegistersLists, FindCasesByRoleAndByDelay) {
  open([](Move& move) { set_deadline(move, sample_deadline("first_contact", "2026-03-17")); });
  open([](Move& move) {
    auto task = sample_task("call");
    task.role = Role::coordinator;
    open_task(move, task);
  });
  open([](Move& move) {
    auto record = sample_deadline("seat", "2026-03-17");
    record.frozen = true;
    set_deadline(move, record);
  });
  registers.set_manual_clock(instant("2026-04-01T09:00:00Z"));
  CaseFilter filter;
  filter.role = "coordinator";
  EXPECT_THAT(references(filter), ElementsAre("2026-0002"));
  filter.role = "admin_assistant";
  EXPECT_THAT(references(filter), ElementsAre("2026-0003", "2026-0001"));
  filter.role = std::nullopt, filter.overdue = true;
  EXPECT_THAT(references(filter), ElementsAre("2026-0001"));
  filter.overdue = false;
  EXPECT_THAT(references(filter), ElementsAre("2026-0003", "2026-0002"));
}

TEST_F(RegistersLists, SearchForgivesAccentsCaseHyphensAndOrder) {
  open_for("Lefèvre-Noël", "Anaïs");
  open_for("O’Brien", "Œdipe");
  open_for("Martin", "Jean-Luc");
  for (auto const* query :
       {"Lefevre", "NOEL", "anais lefevre", "lefèvre noël", "Noël-Lefèvre", "ana", "evr", "  noel "})
    EXPECT_THAT(search(query), ElementsAre("2026-0001")) << query;
  EXPECT_THAT(search("o'brien"), ElementsAre("2026-0002"));
  EXPECT_THAT(search("oedipe"), ElementsAre("2026-0002"));
  EXPECT_THAT(search("2026-0003"), ElementsAre("2026-0003"));
  EXPECT_THAT(search("martin anais"), IsEmpty());
  EXPECT_THAT(search("%"), IsEmpty());
  EXPECT_THAT(search("_"), IsEmpty());
  EXPECT_THAT(search(" "), ElementsAre("2026-0003", "2026-0002", "2026-0001"));
}

TEST_F(RegistersLists, APartnerSeesTheCasesOfItsDepartmentOnly) {
  auto const ours = open_for("Martin", "Zoé", "12"), others = open_for("Petit", "Léa", "48");
  registers.set_manual_clock(instant("2026-04-01T09:00:00Z"));
  for (auto const& snapshot : {ours, others})
    record(sample_entry(snapshot, [](Move& move) {
      set_deadline(move, sample_deadline("seat", "2026-03-17"));
      open_task(move, sample_task("call"));
      move.effects.messages = {sample_message("reminder")};
      move.effects.transmissions = {sample_transmission("41")};
    }));
  Sight const partner{house, "48"};
  EXPECT_THAT(column(registers.cases(partner, {}, {}), "id"), ElementsAre(others.id));
  EXPECT_THAT(column(registers.overdue(partner, {}), "case"), ElementsAre(others.id));
  EXPECT_THAT(column(registers.tasks(partner, {}, {}), "case"), ElementsAre(others.id));
  EXPECT_THAT(column(registers.messages(partner, {}, {}), "case"), ElementsAre(others.id));
  EXPECT_THAT(column(registers.transmissions(partner, {}, {}), "case"), ElementsAre(others.id));
  EXPECT_THAT(registers.messages(partner, ours.id, {}).items, IsEmpty());
  EXPECT_THAT(registers.transmissions(partner, ours.id, {}).items, IsEmpty());
  EXPECT_FALSE(registers.history(partner, ours.id, {}));
  EXPECT_TRUE(registers.history(partner, others.id, {}));
  EXPECT_FALSE(registers.case_at(partner, ours.id, instant("2026-04-01T09:00:00Z")));
}

TEST_F(RegistersLists, AnotherEstablishmentSeesNothing) {
  {
    EstablishmentScope const of_the_other("other");
    registers.add_establishment("other", "Autre");
  }
  auto const opened = open([](Move& move) {
    set_deadline(move, sample_deadline("seat", "2026-03-01"));
    open_task(move, sample_task("call"));
  });
  Sight const other{"other", std::nullopt};
  EXPECT_THAT(registers.cases(other, {}, {}).items, IsEmpty());
  EXPECT_THAT(registers.overdue(other, {}).items, IsEmpty());
  EXPECT_THAT(registers.tasks(other, {}, {}).items, IsEmpty());
  EXPECT_FALSE(registers.history(other, opened.id, {}));
  EXPECT_FALSE(registers.task("other", registers.tasks(sight, {}, {}).items.at(0).at("id")));
}

TEST_F(RegistersLists, OverdueDeadlinesComeOldestFirst) {
  auto const opened = open([](Move& move) {
    set_deadline(move, sample_deadline("seat", "2026-03-17"));
    set_deadline(move, sample_deadline("contract", "2026-03-10"));
    set_deadline(move, sample_deadline("later", "2026-03-20"));
  });
  registers.set_manual_clock(instant("2026-03-20T09:00:00Z"));
  auto const page = registers.overdue(sight, {});
  EXPECT_THAT(column(page, "deadline"), ElementsAre("contract", "seat"));
  EXPECT_EQ(page.items.at(0).at("case"), opened.id);
  EXPECT_EQ(page.items.at(0).at("reference"), "2026-0001");
  EXPECT_EQ(page.items.at(0).at("due"), "2026-03-10");
  EXPECT_EQ(page.items.at(0).at("days_late"), 10);
  EXPECT_EQ(page.items.at(0).at("owner"), "admin_assistant");
  EXPECT_THAT(
      all_pages([&](PageRequest const& request) { return registers.overdue(sight, request); }, "deadline", 1),
      ElementsAre("contract", "seat"));
}

TEST_F(RegistersLists, MessagesAndTransmissionsComeInTheirOrder) {
  auto const first = open([](Move& move) {
    move.effects.messages = {sample_message("first_contact"), sample_message("reminder", true)};
    move.effects.transmissions = {sample_transmission("41"), sample_transmission("42")};
  });
  auto const second = open([](Move& move) {
    move.effects.messages = {sample_message("convocation")};
    auto refused = sample_transmission("45");
    refused.reason = "118";
    move.effects.transmissions = {refused};
  });
  EXPECT_THAT(column(registers.messages(sight, first.id, {}), "template"),
              ElementsAre("first_contact", "reminder"));
  EXPECT_THAT(column(registers.messages(sight, first.id, {}), "kind"), ElementsAre("letter", "email"));
  auto const of_all = [&](PageRequest const& page) { return registers.messages(sight, {}, page); };
  EXPECT_THAT(all_pages(of_all, "template", 2), ElementsAre("first_contact", "reminder", "convocation"));
  auto const message = registers.messages(sight, second.id, {}).items.at(0);
  EXPECT_EQ(message.at("status"), "pending");
  EXPECT_EQ(message.at("case"), second.id);
  EXPECT_EQ(message.at("created_at"), "2026-03-02T10:00:00+01:00");

  EXPECT_THAT(column(registers.transmissions(sight, first.id, {}), "code"), ElementsAre("41", "42"));
  auto const transmissions = [&](PageRequest const& page) {
    return registers.transmissions(sight, {}, page);
  };
  EXPECT_THAT(all_pages(transmissions, "code", 2), ElementsAre("41", "42", "45"));
  auto const refused = registers.transmissions(sight, second.id, {}).items.at(0);
  EXPECT_EQ(refused.at("reason"), "118");
  EXPECT_EQ(refused.at("status"), "to_do");
  EXPECT_EQ(refused.at("label").get<std::string>().substr(0, 2), "45");
  EXPECT_TRUE(refused.at("confirmed_on").is_null());
}

TEST_F(RegistersLists, CommitteesAndSessionsComeByDate) {
  registers.add_committee(house, {date("2026-06-11")});
  registers.add_committee(house, {date("2026-03-12")});
  auto const session = registers.add_session(house, {date("2026-09-07"), 12, 14, date("2026-08-06")});
  EXPECT_THAT(
      all_pages([&](PageRequest const& page) { return registers.committees(house, page); }, "held_on", 1),
      ElementsAre("2026-03-12", "2026-06-11"));
  EXPECT_EQ(registers.sessions(house, {}).items.at(0), session);
  EXPECT_EQ(session.at("capacity"), 12);
  EXPECT_EQ(session.at("taken"), 0);
  EXPECT_EQ(session.at("weeks"), 14);
  EXPECT_EQ(session.at("pre_reception_on"), "2026-08-06");
}

}  // namespace jalon::kit
