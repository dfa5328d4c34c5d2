#include "adapters/via_trajectoire/sdo_task.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jalon::via_trajectoire {
namespace {

using testing::ElementsAre;

Report whole_report() {
  Report report;
  report.id = "6b1f0f0e-0000-4000-8000-000000000001";
  report.code = "45", report.reason = "118";
  report.occurred_on = *parse_date("2026-03-02");
  report.written_at = *parse_instant("2026-03-03T09:00:00+01:00");
  report.decision_id = "D-7", report.national_decision_id = "N-9";
  report.structure.finess = "120001234", report.structure.name = "ESPO", report.structure.mode_of_care = "46";
  return report;
}

Json task_of(Report const& report) {
  return std::get<Json>(SdoTaskWriter().write(report));
}

std::vector<std::string> missing(Report const& report) {
  std::vector<std::string> guards;
  auto const written = SdoTaskWriter().write(report);
  for (auto const& each : std::get<Unwritable>(written)) guards.push_back(each.guard);
  return guards;
}

std::vector<std::string> input_codes(Json const& task) {
  std::vector<std::string> codes;
  for (auto const& input : task.at("input")) codes.push_back(input.at("type").at("coding").at(0).at("code"));
  return codes;
}

}  // namespace

TEST(SdoTask, HoldsTheFixedValuesAndEachInputOnce) {
  auto const task = task_of(whole_report());
  EXPECT_EQ(task.at("resourceType"), "Task");
  EXPECT_EQ(task.at("status"), "completed");
  EXPECT_EQ(task.at("intent"), "plan");
  EXPECT_EQ(task.at("meta").at("lastUpdated"), "2026-03-03T09:00:00+01:00");
  EXPECT_EQ(task.at("meta").at("profile").at(0),
            "https://interop.esante.gouv.fr/ig/fhir/sdo/StructureDefinition/sdo-task|4.0.4");
  EXPECT_EQ(task.at("identifier").at(0).at("value"), "urn:uuid:6b1f0f0e-0000-4000-8000-000000000001");
  EXPECT_THAT(input_codes(task),
              ElementsAre("idNat_Struct", "nomESMS", "statutESMS", "motifESMS", "dateStatutESMS",
                          "categorieOrganisation", "modePriseCharge", "idDecision", "idNat_Decision"));
  auto const& inputs = task.at("input");
  EXPECT_EQ(inputs.at(0).at("valueIdentifier"), (Json{{"value", "1120001234"}}));
  EXPECT_EQ(inputs.at(2).at("valueCodeableConcept").at("coding").at(0),
            (Json{{"system",
                   "https://mos.esante.gouv.fr/NOS/TRE_R357-StatutPersonnePriseCharge/FHIR/"
                   "TRE-R357-StatutPersonnePriseCharge"},
                  {"code", "45"},
                  {"display", "Admission impossible signalée"}}));
  EXPECT_EQ(inputs.at(4).at("valueDate"), "2026-03-02");
}

TEST(SdoTask, LeavesOutWhatIsNotSaid) {
  auto report = whole_report();
  report.code = "47", report.reason.reset(), report.structure.mode_of_care.clear();
  report.structure.version.clear();
  auto const task = task_of(report);
  EXPECT_THAT(input_codes(task), ElementsAre("idNat_Struct", "nomESMS", "statutESMS", "dateStatutESMS",
                                             "categorieOrganisation", "idDecision", "idNat_Decision"));
  EXPECT_EQ(task.at("meta").at("profile").at(0),
            "https://interop.esante.gouv.fr/ig/fhir/sdo/StructureDefinition/sdo-task");
}

TEST(SdoTask, NamesEverythingThatIsMissing) {
  auto report = whole_report();
  report.structure.finess.clear(), report.decision_id.reset(), report.national_decision_id.reset();
  EXPECT_THAT(missing(report), ElementsAre("finess_known", "case_linked", "decision_known"));
}

TEST(SdoTask, RefusesAReasonThatDoesNotGoWithTheStatus) {
  auto report = whole_report();
  report.reason.reset();
  EXPECT_THAT(missing(report), ElementsAre("reason_given"));
  report.reason = "151";
  EXPECT_THAT(missing(report), ElementsAre("reason_allowed"));
  report.code = "99", report.reason.reset();
  EXPECT_THAT(missing(report), ElementsAre("status_known"));
}

}  // namespace jalon::via_trajectoire
