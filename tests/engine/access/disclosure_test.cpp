#include "engine/access/disclosure.hpp"

#include <gtest/gtest.h>

#include "engine/access/need_to_know.hpp"

namespace jalon {
namespace {

constexpr Disclosed nothing{}, agreed{.team_agreed = true}, exceptional{.exceptional = true};

bool reads(Role role, Disclosed const& disclosed, FactClass fact) {
  RoleSet const roles{role};
  return readers_of(fact).meets(roles | read_as(roles, disclosed));
}

TEST(Disclosure, NothingIsDisclosedThatNobodyAgreedToOrAskedFor) {
  for (auto role : {Role::trainer, Role::referent, Role::admin_assistant, Role::coordinator})
    EXPECT_TRUE(read_as({role}, nothing).empty()) << name_of(role);
}

TEST(Disclosure, WithConsentThoseWhoWorkWithThePersonReadConclusionsAndNoNoteOfHealth) {
  for (auto role : {Role::trainer, Role::referent, Role::workshop_leader, Role::work_psychologist,
                    Role::placement_counsellor}) {
    EXPECT_TRUE(reads(role, agreed, FactClass::conclusion)) << name_of(role);
    EXPECT_TRUE(reads(role, agreed, FactClass::social)) << name_of(role);
    EXPECT_FALSE(reads(role, agreed, FactClass::medical)) << name_of(role);
  }
  EXPECT_FALSE(reads(Role::admin_assistant, agreed, FactClass::conclusion)) << "she keeps the files";
}

TEST(Disclosure, AnExceptionalAccessOpensAllOfItToTheTeamAndNothingToAPartner) {
  for (auto role : {Role::trainer, Role::admin_assistant, Role::coordinator})
    EXPECT_TRUE(reads(role, exceptional, FactClass::medical)) << name_of(role);
  EXPECT_FALSE(reads(Role::mdph_partner, exceptional, FactClass::medical));
  EXPECT_FALSE(reads(Role::administrator, exceptional, FactClass::medical));
}

TEST(Disclosure, WhoReadsItAllHasNothingToAskFor) {
  EXPECT_FALSE(could_read_more({Role::doctor}));
  EXPECT_FALSE(could_read_more({Role::mdph_partner}));
  EXPECT_TRUE(could_read_more({Role::coordinator}));
}

}  // namespace
}  // namespace jalon
