#include "engine/reminders/team.hpp"

#include <gmock/gmock.h>

#include "tests/kit/sample_case.hpp"

namespace jalon {
namespace {

using kit::date;
using testing::ElementsAre;
using testing::IsEmpty;

struct TeamOnADay : testing::Test {
  std::vector<StaffMember> staff{{"anne", "Anne", "anne@example.org", {Role::admin_assistant}},
                                 {"bea", "Béatrice", "bea@example.org", {Role::coordinator}},
                                 {"chloe", "Chloé", "chloe@example.org", {Role::deputy_director}},
                                 {"denis", "Denis", "denis@example.org", {Role::referent}},
                                 {"elsa", "Elsa", "elsa@example.org", {Role::referent}},
                                 {"fadi", "Fadi", "", {Role::doctor}}};
  std::vector<Absence> absences;

  void away(std::string const& login, std::optional<std::string> substitute = {},
            std::string_view from = "2026-03-02", std::string_view until = "2026-03-06") {
    absences.push_back({login, date(from), date(until), std::move(substitute)});
  }
  std::vector<std::string> heard(Role owner, std::optional<std::string> const& login = {},
                                 std::string_view day = "2026-03-04") const {
    std::vector<std::string> told;
    for (auto const& each : Team(staff, absences).who_hears(owner, login, date(day)))
      told.push_back(each.to->login + " " + std::string(name_of(each.because)) +
                     (each.instead_of ? " " + each.instead_of->login : ""));
    return told;
  }
};

TEST_F(TeamOnADay, WhoHasTheRoleHearsAndTheOneColleagueMeantAlone) {
  EXPECT_THAT(heard(Role::referent), ElementsAre("denis role", "elsa role"));
  EXPECT_THAT(heard(Role::referent, "elsa"), ElementsAre("elsa role"));
  EXPECT_THAT(heard(Role::referent, "gone"), ElementsAre("denis role", "elsa role")) << "no longer here";
}

TEST_F(TeamOnADay, TheSubstituteHearsFromTheFirstToTheLastDay) {
  away("anne", "bea");
  EXPECT_THAT(heard(Role::admin_assistant, {}, "2026-03-01"), ElementsAre("anne role"));
  EXPECT_THAT(heard(Role::admin_assistant, {}, "2026-03-02"), ElementsAre("bea substitute anne"));
  EXPECT_THAT(heard(Role::admin_assistant, {}, "2026-03-06"), ElementsAre("bea substitute anne"));
  EXPECT_THAT(heard(Role::admin_assistant, {}, "2026-03-07"), ElementsAre("anne role"));
}

TEST_F(TeamOnADay, ASubstituteWhoHasTheLineAlreadyGetsItOnce) {
  away("denis", "elsa");
  EXPECT_THAT(heard(Role::referent), ElementsAre("elsa role"));
}

TEST_F(TeamOnADay, TwoWhoStandInForEachOtherAreNoCircle) {
  away("denis", "elsa");
  away("elsa", "denis");
  EXPECT_THAT(heard(Role::referent), ElementsAre("bea coordination elsa"));
}

TEST_F(TeamOnADay, ASubstituteWhoIsAwayHandsNothingOn) {
  away("anne", "denis");
  away("denis", "elsa");
  EXPECT_THAT(heard(Role::admin_assistant), ElementsAre("bea coordination anne"));
}

TEST_F(TeamOnADay, WithoutSubstituteTheOthersOfTheRoleHearAndOtherwiseTheCoordination) {
  away("denis");
  EXPECT_THAT(heard(Role::referent), ElementsAre("elsa role"));
  away("anne");
  EXPECT_THAT(heard(Role::admin_assistant), ElementsAre("bea coordination anne"));
  away("bea");
  EXPECT_THAT(heard(Role::admin_assistant), ElementsAre("chloe coordination anne"));
  away("chloe");
  EXPECT_THAT(heard(Role::admin_assistant), IsEmpty());
}

TEST_F(TeamOnADay, WhoHasNoAddressReadsTheListsAndARoleThatNobodyHasIsTheCoordinations) {
  EXPECT_THAT(heard(Role::doctor), IsEmpty());
  EXPECT_THAT(heard(Role::social_worker), ElementsAre("bea coordination"));
}

}  // namespace
}  // namespace jalon
