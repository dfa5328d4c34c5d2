#include "engine/dispatcher/deadline_firing.hpp"

#include <gtest/gtest.h>

#include "engine/decision/identifiers.hpp"
#include "engine/runner/runner.hpp"
#include "engine/simulation/simulated_store.hpp"
#include "workflows/registry.hpp"

namespace jalon {
namespace {

class DeadlineFiringTest : public ::testing::Test {
 protected:
  std::string open_case() {
    Json const person{{"family_name", "Martin"}, {"given_name", "Camille"}, {"birth_date", "1984-05-17"}};
    Json const notification{{"channel", "digital"}, {"received_on", "2026-01-05"}, {"mdph", "12"}};
    Request const request{"", {"assistante", {Role::admin_assistant}, ""}, {}, ""};
    auto const outcome =
        runner.open(request, "preorientation",
                    {"open_case", {{"person", person}, {"notification", notification}}, {}, {}, {}});
    return std::get<Done>(outcome).case_id;
  }

  // As a program of a later version would leave it.
  void move_to_unknown_state(std::string const& id) {
    Entry entry;
    entry.command_id = identifiers.identifier();
    entry.move.after = store.cases().at(id).current;
    entry.expected_revision = entry.move.after.revision++;
    entry.move.after.places["journey"] = "of_a_later_version";
    std::vector<Entry> entries;
    entries.push_back(std::move(entry));
    ASSERT_EQ(store.record(entries).front(), Recorded::yes);
  }

  IdentifierSource identifiers{"test", 1};
  SimulatedStore store{*parse_instant("2026-01-05T09:00:00+01:00")};
  std::function<std::string()> new_identifier = [this] { return identifiers.identifier(); };
  Runner runner{store, store, all_workflows(),
                [](Definition const&, Snapshot const& snapshot, Surroundings const&) {
                  return Json{{"id", snapshot.id}};
                },
                new_identifier};
  DeadlineFiring firing{store, store, all_workflows(), new_identifier};
};

TEST_F(DeadlineFiringTest, ADeadlinePassesOnceOnTheDayAfterItsLast) {
  auto const id = open_case();
  store.set_now(*parse_instant("2026-01-20T23:30:00+01:00"));
  EXPECT_TRUE(firing.fire_all().empty());
  store.set_now(*parse_instant("2026-01-21T00:00:00+01:00"));
  auto const fired = firing.fire_all();
  ASSERT_EQ(fired.size(), 1U);
  EXPECT_EQ(fired.front().case_id, id);
  EXPECT_EQ(fired.front().deadline, "first_contact");
  EXPECT_TRUE(firing.fire_all().empty());
}

TEST_F(DeadlineFiringTest, ACaseThisProgramCannotReadHoldsUpNoOther) {
  auto const unreadable = open_case(), readable = open_case();
  move_to_unknown_state(unreadable);
  store.set_now(*parse_instant("2026-01-21T00:00:00+01:00"));
  auto const fired = firing.fire_all();
  ASSERT_EQ(fired.size(), 1U);
  EXPECT_EQ(fired.front().case_id, readable);
}

}  // namespace
}  // namespace jalon
