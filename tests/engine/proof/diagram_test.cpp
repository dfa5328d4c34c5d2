#include "engine/proof/diagram.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "engine/proof/definition_json.hpp"
#include "workflows/registry.hpp"

namespace jalon {

namespace {

class Diagram : public testing::Test {
 protected:
  // Runs a command on the text, written to a file that goes with the test; its exit code.
  int run_on(std::string const& text, std::string const& before, std::string const& after) {
    std::string path = testing::TempDir() + "jalon-diagram-XXXXXX";
    int const file = mkstemp(path.data());
    EXPECT_GE(file, 0);
    close(file);
    std::ofstream(path) << text;
    int const code = std::system((before + " " + path + " " + after).c_str());
    std::remove(path.c_str());
    return code;
  }

  Definition const& definition_ = all_workflows().front();
};

std::size_t count_of(std::string const& text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_F(Diagram, AsDotIsAcceptedByGraphviz) {
  if (std::system("dot -V > /dev/null 2>&1") != 0) GTEST_SKIP() << "Graphviz is not installed";
  EXPECT_EQ(run_on(definition_to_dot(definition_), "dot -Tsvg", "> /dev/null"), 0);
}

TEST_F(Diagram, AsDotShowsEveryStateByItsFrenchLabel) {
  auto const dot = definition_to_dot(definition_);
  for (auto const& state : definition_.states)
    EXPECT_THAT(dot, testing::HasSubstr("[label=\"" + std::string(state.label) + "\"")) << state.id;
}

TEST_F(Diagram, AsScxmlIsWellFormedAndItsTargetsExist) {
  char const* const program =
      "python3 -c \"import sys, xml.etree.ElementTree as tree\n"
      "root = tree.parse(sys.argv[1]).getroot()\n"
      "ids = [node.get('id') for node in root.iter() if node.get('id')]\n"
      "assert len(ids) == len(set(ids)), 'an id stands twice'\n"
      "for node in root.iter():\n"
      "  for target in (node.get('target') or node.get('initial') or '').split():\n"
      "    assert target in ids, target\"";
  EXPECT_EQ(run_on(definition_to_scxml(definition_), program, ""), 0);
}

TEST_F(Diagram, AsScxmlRemembersTheStayThatWasInterrupted) {
  EXPECT_THAT(definition_to_scxml(definition_),
              testing::HasSubstr("<transition event=\"resume\" target=\"journey.stay.history\"/>"));
}

TEST_F(Diagram, AsScxmlHasATransitionForEveryRow) {
  EXPECT_EQ(count_of(definition_to_scxml(definition_), "<transition event="), definition_.rows.size());
}

TEST_F(Diagram, AsMermaidClosesWhatItOpensAndNamesEveryState) {
  auto const mermaid = definition_to_mermaid(definition_);
  EXPECT_TRUE(mermaid.starts_with("stateDiagram-v2\n"));
  EXPECT_EQ(count_of(mermaid, "{"), count_of(mermaid, "}"));
  EXPECT_EQ(count_of(mermaid, "[*] -->"), definition_.regions.size());
  for (auto const& state : definition_.states)
    EXPECT_THAT(mermaid, testing::HasSubstr("state \"" + std::string(state.label) + "\" as "));
}

TEST_F(Diagram, AsMermaidAndDotEscapeWhatTheyWouldMisread) {
  Definition odd = definition_;
  odd.states[1].label = "dit « a:b; c » et \"d\"";
  EXPECT_THAT(definition_to_mermaid(odd), testing::HasSubstr("a#58;b#59; c » et #quot;d#quot;"));
  EXPECT_THAT(definition_to_dot(odd), testing::HasSubstr("et \\\"d\\\"\""));
}

TEST_F(Diagram, AsJsonHasWhatTheContractNames) {
  Json const json = definition_to_json(definition_);
  EXPECT_EQ(json["id"], "preorientation");
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["regions"].size(), definition_.regions.size());
  EXPECT_EQ(json["states"].size(), definition_.states.size());
  EXPECT_EQ(json["events"].size(), definition_.events.size());
  EXPECT_EQ(json["rows"].size(), definition_.rows.size());
  for (auto const& event : json["events"]) EXPECT_EQ(event["data_schema"]["type"], "object") << event["id"];
}

TEST_F(Diagram, AsJsonGivesAStateWithItsDeadline) {
  Json const json = definition_to_json(definition_);
  auto const& states = json["states"];
  auto const sent = std::find_if(states.begin(), states.end(),
                                 [](Json const& state) { return state["id"] == "file_sent"; });
  ASSERT_NE(sent, states.end());
  EXPECT_EQ((*sent)["label"], "Dossier d'admission envoyé");
  EXPECT_EQ((*sent)["region"], "journey");
  EXPECT_EQ((*sent)["deadlines"][0]["id"], "file_return");
  EXPECT_EQ((*sent)["deadlines"][0]["owner"], "admin_assistant");
}

}  // namespace jalon
