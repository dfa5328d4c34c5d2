// What an establishment may set, and why not the rest.
#include "engine/policy/policy_check.hpp"

#include "engine/policy/setting_values.hpp"
#include "tests/engine/policy/policy_case.hpp"

namespace jalon {

namespace {

FieldErrors errors_of(Json const& policy) {
  return check_policy(read_policy_setting(policy), all_workflows());
}

std::string refusal_of(std::string const& deadline, Json const& term) {
  auto const errors = errors_of({{"deadlines", {{deadline, term}}}});
  return errors.empty() ? ""
                        : errors.front().pointer + " " + errors.front().code + " " + errors.front().message;
}

}  // namespace

TEST(APolicy, IsTakenWhereTheTableLeavesTheDateToTheEstablishment) {
  EXPECT_EQ(refusal_of("file_return", {{"period", "P45D"}, {"roll", "next_working_day"}}), "");
  EXPECT_EQ(refusal_of("convocation", {{"period", "-P28D"}}), "");
  EXPECT_EQ(refusal_of("first_contact_answer", {{"after_reminder", "P3W"}}), "");
  EXPECT_TRUE(errors_of({{"required_documents", {"social_sheet"}}, {"group_size", 12}}).empty());
}

TEST(APolicy, NeverSetsWhatALawASessionOrACommitteeFixes) {
  for (auto const& [deadline, why] :
       {std::pair("follow_up_end", "finit le parcours"), std::pair("entry", "session ou une commission"),
        std::pair("committee", "session ou une commission"),
        std::pair("synthesis_s2", "semaines de formation"), std::pair("stay_end", "le parcours la fixe")}) {
    auto const refusal = refusal_of(deadline, {{"period", "P45D"}});
    EXPECT_THAT(refusal, testing::StartsWith("/deadlines/" + std::string(deadline) + " fixed")) << deadline;
    EXPECT_THAT(refusal, testing::HasSubstr(why)) << deadline;
  }
}

TEST(APolicy, StaysBetweenADayAndTwoYearsAndOnItsSideOfTheAnchor) {
  EXPECT_THAT(refusal_of("file_return", {{"period", "P0D"}}), testing::HasSubstr("range"));
  EXPECT_THAT(refusal_of("file_return", {{"period", "P25M"}}), testing::HasSubstr("range"));
  EXPECT_THAT(refusal_of("file_return", {{"period", "-P15D"}}), testing::HasSubstr("value"));
  EXPECT_THAT(refusal_of("convocation", {{"period", "P21D"}}), testing::HasSubstr("value"));
  EXPECT_THAT(refusal_of("file_return", {{"after_reminder", "P15D"}}), testing::HasSubstr("aucune relance"));
  EXPECT_THAT(refusal_of("nothing", {{"period", "P15D"}}), testing::HasSubstr("n'existe pas"));
}

TEST(APolicy, NamesOnlyDocumentsOfTheFile) {
  auto const errors = errors_of({{"required_documents", {"passport"}}});
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_THAT(errors.front().message, testing::HasSubstr("passport"));
}

TEST(APolicy, ThatCannotBeReadIsRefusedInFrench) {
  for (Json const& wrong :
       {Json{{"deadlines", {{"file_return", {{"period", "45 jours"}}}}}},
        Json{{"required_documents", Json::array()}}, Json{{"group_size", 0}}, Json{{"group_size", 201}},
        Json{{"colour", "blue"}}, Json{{"deadlines", {{"file_return", {{"roll", "sideways"}}}}}},
        Json{{"deadlines", Json::array({1})}}})
    EXPECT_THROW(read_policy_setting(wrong), std::invalid_argument) << wrong;
}

}  // namespace jalon
