#include "engine/model/transmission_codes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "engine/model/surroundings.hpp"
#include "engine/proof/definition_json.hpp"
#include "workflows/registry.hpp"

namespace jalon {
namespace {

using testing::ElementsAre;

std::set<std::string> reasons_of_renouncing() {
  auto const definition = definition_to_json(all_workflows().front());
  for (auto const& event : definition.at("events"))
    if (event.at("id") == "renounce")
      return event.at("data_schema").at("properties").at("code").at("enum").get<std::set<std::string>>();
  return {};
}

}  // namespace

TEST(TransmissionCodes, AStatusIsShownWithItsDisplay) {
  EXPECT_EQ(transmission_label("41"), "41 Contact effectué");
  EXPECT_EQ(transmission_label("99"), "99");
  EXPECT_EQ(status_display("99"), "");
}

TEST(TransmissionCodes, EachStatusHasTheReasonsOfTheNomenclatureAndNoOther) {
  EXPECT_THAT(reasons_for("41"), ElementsAre("150", "151", "152", "153"));
  EXPECT_THAT(reasons_for("51"), ElementsAre("92", "93", "172"));
  EXPECT_THAT(reasons_for("45"), ElementsAre("86", "113", "114", "115", "116", "117", "118", "119", "120",
                                             "121", "122", "124", "127", "148"));
  EXPECT_EQ(reasons_for("46"), reasons_for("45"));
  for (auto const* without : {"42", "47", "48", "71", "72"})
    EXPECT_TRUE(reasons_for(without).empty()) << without;
  EXPECT_FALSE(is_reason_for("45", "150"));
  EXPECT_FALSE(is_reason_for("41", "999"));
}

TEST(TransmissionCodes, OnlyAnImpossibleAdmissionMustHaveOne) {
  EXPECT_TRUE(needs_reason("45"));
  EXPECT_TRUE(needs_reason("46"));
  for (auto const* free : {"41", "42", "47", "48", "51", "71", "72"})
    EXPECT_FALSE(needs_reason(free)) << free;
}

TEST(TransmissionCodes, WhatTheWorkflowReportsByItselfIsAllowed) {
  ReasonSettings const usual;
  for (auto const& reason : {usual.renounced, usual.not_retained, usual.no_show})
    EXPECT_TRUE(is_reason_for("45", reason)) << reason;
  EXPECT_TRUE(is_reason_for("51", usual.transferred));
}

TEST(TransmissionCodes, WhoRenouncesMayGiveEveryReasonOf45) {
  auto const allowed = reasons_for("45");
  EXPECT_EQ(reasons_of_renouncing(), std::set<std::string>(allowed.begin(), allowed.end()));
}

}  // namespace jalon
