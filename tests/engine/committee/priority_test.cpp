#include "engine/committee/priority.hpp"

#include <gmock/gmock.h>

namespace jalon {
namespace {

using testing::ElementsAre;

Json line(std::string const& reference, Json social, Json medical, std::string const& returned_on,
          Json rank = nullptr) {
  return {{"reference", reference},
          {"social_urgency", std::move(social)},
          {"medical_urgency", std::move(medical)},
          {"returned_on", returned_on},
          {"rank", std::move(rank)}};
}

std::vector<std::string> texts(Json const& lines, char const* field) {
  std::vector<std::string> all;
  for (auto const& each : lines) all.push_back(each.at(field).is_null() ? "–" : each.at(field));
  return all;
}

TEST(Priority, IsSocialUrgencyThenMedicalUrgencyThenTheDateOfTheFile) {
  auto const ordered =
      in_order_of_priority({line("2026-0005", 1, 3, "2026-01-02"), line("2026-0004", 3, 0, "2026-03-01"),
                            line("2026-0003", 1, 3, "2026-01-01"), line("2026-0002", 3, 2, "2026-03-01"),
                            line("2026-0001", 0, 3, "2025-12-01")});
  EXPECT_THAT(texts(ordered, "reference"),
              ElementsAre("2026-0002", "2026-0004", "2026-0003", "2026-0005", "2026-0001"));
  EXPECT_EQ(ordered[0].at("place"), 1);
  EXPECT_EQ(ordered[4].at("place"), 5);
}

TEST(Priority, SaysForEachLineWhichOfTheThreePutsItThere) {
  auto const ordered =
      in_order_of_priority({line("2026-0001", 3, 2, "2026-01-05"), line("2026-0002", 3, 1, "2026-01-05"),
                            line("2026-0003", 1, 1, "2026-01-05"), line("2026-0004", 1, 1, "2026-01-07"),
                            line("2026-0005", 1, 1, "2026-01-07")});
  EXPECT_THAT(
      texts(ordered, "difference"),
      ElementsAre("–", "urgence médicale 1 contre 2 pour le n° 1", "urgence sociale 1 contre 3 pour le n° 2",
                  "dossier reçu plus tard que le n° 3", "à égalité avec le n° 4 : ordre des dossiers"));
  EXPECT_EQ(ordered[0].at("reason"), "Urgence sociale 3, urgence médicale 2, dossier reçu le 05/01/2026");
}

TEST(Priority, PutsWhatNobodyGradedAfterWhatWasGradedZeroAndSaysSo) {
  auto const ordered = in_order_of_priority(
      {line("2026-0001", nullptr, nullptr, "2026-01-01"), line("2026-0002", 0, nullptr, "2026-02-01")});
  EXPECT_THAT(texts(ordered, "reference"), ElementsAre("2026-0002", "2026-0001"));
  EXPECT_EQ(ordered[1].at("reason"),
            "Urgence sociale non évaluée, urgence médicale non évaluée, dossier reçu le 01/01/2026");
  EXPECT_EQ(ordered[1].at("difference"), "urgence sociale non évaluée contre 0 pour le n° 1");
}

TEST(Priority, FollowsTheRankThatTheCommitteeGaveBeforeAnythingElse) {
  auto const ordered =
      in_order_of_priority({line("2026-0001", 3, 3, "2026-01-01"), line("2026-0002", 3, 3, "2026-01-01", 2),
                            line("2026-0003", 0, 0, "2026-02-01", 1)});
  EXPECT_THAT(texts(ordered, "reference"), ElementsAre("2026-0003", "2026-0002", "2026-0001"));
  EXPECT_EQ(ordered[0].at("reason"),
            "Rang 1, urgence sociale 0, urgence médicale 0, dossier reçu le 01/02/2026");
  EXPECT_EQ(ordered[2].at("difference"), "sans rang, après le n° 2");
}

TEST(Priority, LeavesAnEmptyListEmpty) {
  EXPECT_EQ(in_order_of_priority(Json::array()), Json::array());
}

}  // namespace
}  // namespace jalon
