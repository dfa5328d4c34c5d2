#include "engine/access/disclosure.hpp"

#include <gtest/gtest.h>

#include "engine/access/need_to_know.hpp"

namespace jalon {
namespace {

constexpr Disclosed nothing{}, agreed{.team_agreed = true}, of_the_team{.of_the_team = true},
    agreed_to_their_team{.team_agreed = true, .of_the_team = true}, exceptional{.exceptional = true};

bool reads(Role role, Disclosed const& disclosed, FactClass fact) {
  RoleSet const roles{role};
  return readers_of(fact).meets(roles | read_as(roles, disclosed));
}

TEST(Disclosure, NothingIsDisclosedThatNobodyAgreedToOrAskedFor) {
  for (auto role : {Role::trainer, Role::referent, Role::admin_assistant, Role::coordinator})
    EXPECT_TRUE(read_as({role}, nothing).empty()) << name_of(role);
}

TEST(Disclosure, WithConsentThePersonsTeamReadsConclusionsAndNoNoteOfHealth) {
  for (auto role : {Role::trainer, Role::referent, Role::workshop_leader, Role::work_psychologist,
                    Role::placement_counsellor}) {
    EXPECT_TRUE(reads(role, agreed_to_their_team, FactClass::conclusion)) << name_of(role);
    EXPECT_TRUE(reads(role, agreed_to_their_team, FactClass::social)) << name_of(role);
    EXPECT_FALSE(reads(role, agreed_to_their_team, FactClass::medical)) << name_of(role);
  }
  EXPECT_FALSE(reads(Role::admin_assistant, agreed_to_their_team, FactClass::conclusion))
      << "she keeps the files";
}

TEST(Disclosure, NeitherConsentNorBelongingToTheTeamDisclosesAloneWhatTheyDiscloseTogether) {
  for (auto role : {Role::trainer, Role::referent, Role::workshop_leader, Role::work_psychologist,
                    Role::placement_counsellor})
    for (auto const& alone : {agreed, of_the_team})
      EXPECT_TRUE(read_as({role}, alone).empty()) << name_of(role);
}

TEST(Disclosure, TheTeamChangesNothingForWhoReadsByRoleOrIsNotOfTheHouse) {
  for (auto role : {Role::doctor, Role::clinical_psychologist, Role::social_worker, Role::coordinator,
                    Role::deputy_director, Role::mdph_partner, Role::administrator, Role::admin_assistant}) {
    EXPECT_FALSE(works_with_the_person({role})) << name_of(role);
    EXPECT_TRUE(read_as({role}, agreed_to_their_team).empty()) << name_of(role);
  }
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
