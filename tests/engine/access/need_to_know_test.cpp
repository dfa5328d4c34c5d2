// Who may read which facts (pathway A.21).
#include "engine/access/need_to_know.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "workflows/registry.hpp"

namespace jalon {

namespace {

Definition const& preorientation() {
  return all_workflows().front();
}

Json seen_by(RoleSet roles, Json data, std::string_view event = "") {
  withhold(data, event, preorientation(), roles);
  return data;
}

Json const decision{{"decision", {{"outcome", "retained"}, {"social_urgency", 2}, {"medical_urgency", 3}}}};
Json const health_note{{"note", "Opération en mars"}};

}  // namespace

TEST(AMedicalNote, IsForThoseWhoCareForThePerson) {
  for (Role const role : {Role::doctor, Role::clinical_psychologist, Role::social_worker})
    EXPECT_EQ(seen_by({role}, health_note, "interrupt_for_health"), health_note) << name_of(role);
  for (Role const role :
       {Role::coordinator, Role::admin_assistant, Role::trainer, Role::referent, Role::mdph_partner})
    EXPECT_EQ(seen_by({role}, health_note, "interrupt_for_health"), Json::object()) << name_of(role);
}

TEST(AnUrgency, IsForThoseWhoDecideOnIt) {
  for (Role const role : {Role::coordinator, Role::deputy_director, Role::doctor, Role::social_worker})
    EXPECT_EQ(seen_by({role}, decision), decision) << name_of(role);
  Json const outcome_alone{{"decision", {{"outcome", "retained"}}}};
  for (Role const role : {Role::admin_assistant, Role::trainer, Role::workshop_leader, Role::mdph_partner})
    EXPECT_EQ(seen_by({role}, decision), outcome_alone) << name_of(role);
}

TEST(WhyAPersonLeaves, IsForThoseWhoDecideTheReferentAndThoseWhoCareAndNotForTheMdph) {
  Json const reason{{"reason", "Doit s'occuper de sa mère"}};
  for (auto const* event : {"renounce", "abandon"}) {
    for (Role const role : {Role::coordinator, Role::deputy_director, Role::social_worker, Role::doctor,
                            Role::clinical_psychologist, Role::referent})
      EXPECT_EQ(seen_by({role}, reason, event), reason) << name_of(role);
    for (Role const role : {Role::mdph_partner, Role::admin_assistant, Role::trainer, Role::workshop_leader,
                            Role::work_psychologist, Role::placement_counsellor})
      EXPECT_EQ(seen_by({role}, reason, event), Json::object()) << name_of(role);
    EXPECT_THAT(facts_in(reason, event, preorientation()), testing::ElementsAre("reason"));
  }
  EXPECT_EQ(seen_by({Role::admin_assistant}, reason, "decide"), reason) << "what a committee decides";
}

TEST(WhatTheTeamWrites, IsForTheTeamAndNotForTheMdph) {
  Json const meetings{{"team_meetings", {{{"week", 4}, {"summary", "Assidu"}}}}};
  EXPECT_EQ(seen_by({Role::trainer}, meetings), meetings);
  EXPECT_EQ(seen_by({Role::mdph_partner}, meetings), (Json{{"team_meetings", {{{"week", 4}}}}}));
  Json const objectives{{"project_objectives", "Reprendre confiance"}};
  EXPECT_EQ(seen_by({Role::trainer}, objectives), objectives);
  EXPECT_EQ(seen_by({Role::mdph_partner}, objectives), Json::object()) << "where the case keeps them";
  EXPECT_EQ(seen_by({Role::mdph_partner}, {{"kind", "call"}, {"text", "Rappeler"}}, "add_note"),
            (Json{{"kind", "call"}}));
}

TEST(SomebodyWithTwoRoles, ReadsWhatEitherMay) {
  EXPECT_EQ(seen_by({Role::trainer, Role::social_worker}, decision), decision);
}

TEST(TheRegister, NamesTheMedicalAndSocialFactsAndNoOthers) {
  EXPECT_THAT(facts_in(decision, "", preorientation()),
              testing::ElementsAre("medical_urgency", "social_urgency"));
  EXPECT_THAT(facts_in(health_note, "postpone_for_health", preorientation()), testing::ElementsAre("note"));
  EXPECT_THAT(facts_in(health_note, "record_interest", preorientation()), testing::IsEmpty());
  EXPECT_THAT(facts_in({{"social_urgency", nullptr}}, "", preorientation()), testing::IsEmpty());
}

TEST(ATaskThatSaysAFact, IsForThoseWhoReadTheFact) {
  Json const all{{{"kind", "social_urgency"}, {"label", "Urgence sociale signalée"}}, {{"kind", "overdue"}}};
  for (Role const role : {Role::social_worker, Role::coordinator, Role::doctor}) {
    Json tasks = all;
    withhold_tasks(tasks, preorientation(), {role});
    EXPECT_EQ(tasks, all) << name_of(role);
  }
  for (Role const role : {Role::admin_assistant, Role::trainer, Role::referent, Role::mdph_partner}) {
    Json tasks = all;
    withhold_tasks(tasks, preorientation(), {role});
    EXPECT_EQ(tasks, Json::array({{{"kind", "overdue"}}})) << name_of(role);
  }
}

TEST(AnEffectThatIsSuchATask, IsWithheldInTheHistoryToo) {
  Json effects{{{"kind", "task"}, {"task", "social_urgency"}}, {{"kind", "deadline"}}};
  withhold_effects(effects, preorientation(), {Role::trainer});
  EXPECT_EQ(effects, Json::array({{{"kind", "deadline"}}}));
}

// Whether what a case knows has a text of that name.
bool is_kept(Definition const& definition, std::string_view field) {
  try {
    Json data = definition.data.write(definition.data.make().get());
    data[std::string(field)] = "essai";
    return definition.data.write(definition.data.read(data).get()).contains(field);
  } catch (std::exception const&) {
    return false;
  }
}

// A field renamed in the table would be open to everybody, and nobody would notice.
TEST(AClassifiedField, StandsInTheData) {
  for (auto const& definition : all_workflows())
    for (auto const& classified : definition.classified) {
      bool found = false;
      for (auto const& event : definition.events) {
        bool const meant = classified.event.empty() || event.id == classified.event;
        auto const& fields = event.fields;
        found = found || (meant && std::find(fields.begin(), fields.end(), classified.field) != fields.end());
      }
      found = found || is_kept(definition, classified.field);
      EXPECT_TRUE(found) << classified.field;
    }
}

}  // namespace jalon
