#include "adapters/via_trajectoire/sdo_outcome.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jalon::via_trajectoire {
namespace {

using testing::HasSubstr;

HttpAnswer answered(int status, std::string body = "", std::string location = "") {
  return {CURLE_OK, status, true, std::move(location), std::move(body)};
}

template <class End>
std::string reason(TransmitOutcome const& outcome) {
  auto const* end = std::get_if<End>(&outcome);
  return end ? end->reason : "another end, " + std::to_string(outcome.index());
}

std::string proof(HttpAnswer const& answer) {
  return std::get<Accepted>(outcome_of(answer)).proof;
}

}  // namespace

TEST(SdoOutcome, TheProofIsTheTasksAddressWithoutItsVersion) {
  EXPECT_EQ(proof(answered(201, "", "https://sdo.example/fhir/Task/41/_history/1")), "Task/41");
  EXPECT_EQ(proof(answered(201, R"({"resourceType":"Task","id":"42"})")), "Task/42");
  EXPECT_EQ(proof(answered(201)), "Accepté par ViaTrajectoire (201)");
  EXPECT_EQ(proof(answered(201, "", "x\x01y")), "Accepté par ViaTrajectoire (201)");
}

TEST(SdoOutcome, ARefusalShowsTheReasonsOnOneLine) {
  auto const body = R"({"resourceType":"OperationOutcome","issue":[{"diagnostics":"motif\nabsent"},
                        {"details":{"text":"statut inconnu"}},{"code":"invalid"},7]})";
  EXPECT_EQ(reason<Refused>(outcome_of(answered(422, body))),
            "ViaTrajectoire refuse cette transmission (422) : « motif absent ; statut inconnu ; invalid »");
  EXPECT_EQ(reason<Refused>(outcome_of(answered(400, "<html>"))),
            "ViaTrajectoire refuse cette transmission (400)");
}

TEST(SdoOutcome, ALongReasonIsCutBetweenTwoCharacters) {
  std::string words = "x";
  for (int i = 0; i < 500; ++i) words += "é";
  auto const told =
      reason<Refused>(outcome_of(answered(422, Json{{"issue", {{{"diagnostics", words}}}}}.dump())));
  EXPECT_THAT(told, HasSubstr("é… »"));
  EXPECT_NO_THROW((void)Json(told).dump());
}

TEST(SdoOutcome, WhatTheSystemDidNotTakeIsTriedLater) {
  for (int const status : {408, 429, 500, 503})
    EXPECT_THAT(reason<TryLater>(outcome_of(answered(status))), HasSubstr("réessayer plus tard")) << status;
  EXPECT_THAT(reason<TryLater>(outcome_of(answered(401))), HasSubstr("jeton"));
  EXPECT_THAT(reason<TryLater>(outcome_of(answered(302, "", "https://elsewhere.example"))),
              HasSubstr("réglage"));
}

TEST(SdoOutcome, WhatItMayHaveTakenIsInDoubt) {
  for (int const status : {200, 202, 502, 504})
    EXPECT_THAT(reason<InDoubt>(outcome_of(answered(status))), HasSubstr("Vérifiez")) << status;
  HttpAnswer lost{CURLE_GOT_NOTHING, 0, true, "", ""};
  EXPECT_THAT(reason<InDoubt>(outcome_of(lost)), HasSubstr("n’a pas confirmé"));
  lost.whole_request_sent = false;
  EXPECT_THAT(reason<TryLater>(outcome_of(lost)), HasSubstr("n’a pas répondu"));
}

}  // namespace jalon::via_trajectoire
