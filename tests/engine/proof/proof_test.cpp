#include "engine/proof/proof.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/proof/seeded_fault.hpp"
#include "tests/kit/engine/known_templates.hpp"
#include "workflows/registry.hpp"

namespace jalon {

using namespace kit;

namespace {
std::vector<std::string> lines_of(Findings const& findings) {
  std::vector<std::string> lines;
  for (auto const& finding : findings) lines.push_back(to_string(finding));
  return lines;
}

}  // namespace

TEST_P(SeededFault, IsCaughtByItsRule) {
  Definition definition = preorientation_definition();
  GetParam().break_it(definition);
  auto const findings = prove(definition, known_templates());
  EXPECT_THAT(findings, testing::Contains(testing::Field(&Finding::rule, std::string_view(GetParam().rule))))
      << testing::PrintToString(lines_of(findings));
}

TEST(Proof, FindsNothingInTheWorkflowsOfThisProgram) {
  for (auto const& definition : all_workflows())
    EXPECT_THAT(lines_of(prove(definition, known_templates())), testing::IsEmpty()) << definition.id;
}

TEST(Proof, SaysWhereTheFaultIsAndWhatToDo) {
  Definition definition = preorientation_definition();
  remove_row(definition, "suspended.resume_case.open");
  EXPECT_THAT(lines_of(prove(definition, known_templates())),
              testing::Contains("error endless_interruption life.suspended : rien ne met fin à cette "
                                "interruption → ajoutez une ligne qui en sort"));
}

}  // namespace jalon
