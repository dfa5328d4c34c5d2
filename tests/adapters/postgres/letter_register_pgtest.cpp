#include <gmock/gmock.h>

#include "adapters/postgres/letter_register.hpp"
#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct LettersInPostgres : testing::Test, PostgresHouse {
  postgres::PostgresLetterRegister letters{pool, std::chrono::seconds(30)};

  // Prepared letters of one case each, in this order.
  std::vector<std::string> prepared(std::vector<std::string> const& htmls) {
    std::vector<std::string> ids;
    for (auto const& html : htmls) {
      open_as(unopened_case(), [](Move& move) { move.effects.messages = {sample_message("reminder")}; });
      auto const message = outbox.claim(1, true).at(0);
      outbox.record_prepared(message, {"", html, "", "jalon-1"});
      ids.push_back(message.id);
    }
    return ids;
  }
  std::string case_of(std::string const& message) {
    return letters.message(house, message)->at("case").get<std::string>();
  }
  std::vector<std::string> kinds_of_tasks() { return column(registers.tasks(sight, {}, {}), "kind"); }
  std::string readings() { return ask_one("select count(*) from reading"); }
};

}  // namespace

TEST_F(LettersInPostgres, AreReadInTheOrderOfTheListAndTheReadingIsKept) {
  auto const ids = prepared({"<p>un</p>", "<p>deux</p>"});
  auto const read = letters.read(sight, {ids[1], ids[0]}, "anne");
  ASSERT_THAT(read, SizeIs(2));
  EXPECT_EQ(read[0].at("html"), "<p>deux</p>");
  EXPECT_EQ(read[1].at("html"), "<p>un</p>");
  EXPECT_EQ(readings(), "2");
  EXPECT_EQ(ask_one("select login || ' ' || template from reading where message_id = '" + ids[0] + "'"),
            "anne reminder");
}

TEST_F(LettersInPostgres, OfAnotherDepartmentAreNotInSightAndNothingWasRead) {
  auto const ids = prepared({"<p>un</p>"});
  EXPECT_THAT(letters.read({house, "48"}, ids, "rip"), IsEmpty());
  EXPECT_THAT(letters.read(sight, {"none"}, "anne"), IsEmpty());
  EXPECT_THAT(letters.read(sight, {ids[0], new_uuid()}, "anne"), SizeIs(1)) << "one is missing";
  EXPECT_EQ(readings(), "0");
}

TEST_F(LettersInPostgres, KeepEveryVersionOfAnOwnTemplateAndGoBackToTheShippedOne) {
  EXPECT_EQ(letters.set_template(house, "reminder", "Objet : un\n", "anne"), 1);
  EXPECT_EQ(letters.set_template(house, "reminder", "Objet : deux\n", "paul"), 2);
  EXPECT_EQ(letters.set_template(house, "convocation", "Objet : x\n", "paul"), 1);
  open_as(unopened_case(), [](Move& move) { move.effects.messages = {sample_message("reminder")}; });
  auto const own = outbox.claim(1, true).at(0).own_template;
  ASSERT_TRUE(own);
  EXPECT_EQ(own->version, 2);
  EXPECT_EQ(own->text, "Objet : deux\n");
  EXPECT_EQ(letters.set_template(house, "reminder", std::nullopt, "anne"), 3);
  open_as(unopened_case(), [](Move& move) { move.effects.messages = {sample_message("reminder")}; });
  EXPECT_FALSE(outbox.claim(1, true).at(0).own_template);
  auto const versions = letters.own_templates(house, "reminder");
  ASSERT_THAT(versions, SizeIs(3));
  EXPECT_TRUE(versions[0].at("text").is_null());
  EXPECT_EQ(versions[1].at("set_by"), "paul");
  EXPECT_THROW(ask("update letter_template set text = 'x'"), pqxx::sql_error) << "history is append-only";
}

TEST_F(LettersInPostgres, AreATaskUntilSomebodySaysWhenTheyWerePosted) {
  auto const id = prepared({"<p>un</p>"}).at(0);
  EXPECT_THAT(kinds_of_tasks(), ElementsAre("letter_to_post"));
  EXPECT_THAT(registers.tasks(sight, {{"admin_assistant"}}, {}).items, SizeIs(1));
  EXPECT_THAT(registers.tasks(sight, {{"coordinator"}}, {}).items, IsEmpty());
  EXPECT_THAT(registers.tasks({house, "48"}, {}, {}).items, IsEmpty());
  EXPECT_EQ(registers.finish_task(house, id, "anne"), Finished::not_this_way);
  EXPECT_THAT(read(case_of(id)).tasks, IsEmpty()) << "the case's own tasks are those its decisions opened";
  EXPECT_EQ(letters.post(house, id, date("2026-03-02"), "anne"), Finished::yes);
  EXPECT_EQ(letters.post(house, id, date("2026-03-02"), "anne"), Finished::yes) << "said again";
  EXPECT_EQ(letters.post(house, id, date("2026-03-01"), "anne"), Finished::not_this_way);
  EXPECT_THAT(kinds_of_tasks(), IsEmpty());
  auto const message = letters.message(house, id).value();
  EXPECT_EQ(message.at("status"), "sent");
  EXPECT_EQ(message.at("posted_on"), "2026-03-02");
  EXPECT_EQ(message.at("posted_by"), "anne");
  auto const history = registers.history(sight, case_of(id), {})->items;
  ASSERT_THAT(history, SizeIs(2)) << "one entry, though it was said twice";
  EXPECT_EQ(history[1].at("event"), "letter_posted");
  EXPECT_EQ(history[1].at("actor"), "anne");
  EXPECT_EQ(history[1].at("data").at("message"), id);
  EXPECT_EQ(history[1].at("from"), history[1].at("to"));
  EXPECT_EQ(read(case_of(id)).revision, 2);
}

TEST_F(LettersInPostgres, ThatComeBackAreATaskUntilSomebodyHasDealtWithThem) {
  auto const id = prepared({"<p>un</p>"}).at(0);
  EXPECT_EQ(letters.take_back(house, id, date("2026-03-02"), "inconnu", "anne"), Finished::not_this_way)
      << "it never left";
  letters.post(house, id, date("2026-02-27"), "anne");
  EXPECT_EQ(letters.take_back(house, id, date("2026-02-26"), "inconnu", "anne"), Finished::not_this_way)
      << "before it left";
  EXPECT_EQ(letters.take_back(house, id, date("2026-03-02"), "N’habite pas à l’adresse", "anne"),
            Finished::yes);
  EXPECT_EQ(letters.take_back(house, id, date("2026-03-02"), "N’habite pas à l’adresse", "anne"),
            Finished::yes);
  EXPECT_EQ(letters.take_back(house, id, date("2026-03-02"), "autre", "anne"), Finished::not_this_way);
  EXPECT_THAT(column(registers.tasks(sight, {}, {}), "label"),
              ElementsAre("Courrier revenu : N’habite pas à l’adresse"));
  EXPECT_EQ(registers.finish_task(house, id, "anne"), Finished::yes);
  EXPECT_EQ(registers.finish_task(house, id, "anne"), Finished::yes);
  EXPECT_THAT(kinds_of_tasks(), IsEmpty());
  EXPECT_EQ(registers.task(house, id)->at("done"), true);
  EXPECT_EQ(registers.history(sight, case_of(id), {})->items.size(), 3u);
}

TEST_F(LettersInPostgres, AreNoTaskOnceCancelledAndStaySentOncePosted) {
  auto const ids = prepared({"<p>un</p>", "<p>deux</p>"});
  letters.post(house, ids[0], date("2026-03-02"), "anne");
  for (auto const& id : ids)
    record(sample_entry(read(case_of(id)), [](Move& move) { move.effects.messages_cancelled = true; }));
  EXPECT_THAT(column(registers.messages(sight, {}, {}), "status"), ElementsAre("sent", "cancelled"));
  EXPECT_THAT(kinds_of_tasks(), IsEmpty());
  EXPECT_EQ(letters.post(house, ids[1], date("2026-03-02"), "anne"), Finished::not_this_way);
}

TEST_F(LettersInPostgres, PageWithTheOtherTasksInTheOrderOfTheirDates) {
  prepared({"<p>un</p>", "<p>deux</p>", "<p>trois</p>"});
  auto const all = column(registers.tasks(sight, {}, {}), "id");
  EXPECT_EQ(all_pages([&](PageRequest const& page) { return registers.tasks(sight, {}, page); }, "id", 1),
            all);
}

}  // namespace jalon::kit
