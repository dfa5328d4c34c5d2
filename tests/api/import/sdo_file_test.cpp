#include "api/import/sdo_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/api/import/decision_sample.hpp"

namespace jalon {
namespace {

using kit::DecisionSample;
using testing::HasSubstr;

NotificationFile read(Json const& root) {
  return read_decisions(root.dump(), *parse_date("2026-03-02"));
}

std::string rejection(Json const& root) {
  auto const file = read(root);
  return file.accepted.empty() && file.rejected.size() == 1
             ? file.rejected.front().column + " " + file.rejected.front().reason
             : "accepted";
}

Json without(Json resource, char const* field) {
  resource.erase(field);
  return resource;
}

}  // namespace

TEST(SdoFile, ADecisionIsADigitalNotificationWithAllItSays) {
  auto const file = read(DecisionSample().resource());
  ASSERT_EQ(file.accepted.size(), 1U) << file.rejected.front().reason;
  EXPECT_EQ(file.accepted[0].person, (Json{{"family_name", "Soulier"},
                                           {"given_name", "Camille"},
                                           {"birth_date", "1984-05-17"},
                                           {"phone", "0600000002"},
                                           {"email", "camille@personne.example"},
                                           {"address", "3 rue du Beffroi, 12100 Millau"},
                                           {"legal_representative", "Flore Roux (Curatelle)"}}));
  EXPECT_EQ(file.accepted[0].notification, (Json{{"channel", "digital"},
                                                 {"received_on", "2026-02-28"},
                                                 {"mdph", "12"},
                                                 {"decision_id", "D-1"},
                                                 {"national_decision_id", "N-1"},
                                                 {"vt_individual_number", "VT-4711"},
                                                 {"valid_from", "2026-01-15"},
                                                 {"valid_until", "2031-01-14"}}));
}

TEST(SdoFile, TheSocialSecurityNumberStaysInTheDocument) {
  auto const file = read(DecisionSample().resource());
  for (auto const& part : {file.accepted.at(0).person, file.accepted.at(0).notification})
    EXPECT_EQ(part.dump().find("284051209900123"), std::string::npos);
}

TEST(SdoFile, ABundleIsReadOneByOneAndARepetitionIsNamed) {
  auto other = DecisionSample();
  other.right = "13.2";
  Json entries = Json::array();
  for (auto const& resource :
       {DecisionSample().resource("1"), other.resource("2"), DecisionSample().resource("1")})
    entries.push_back({{"resource", resource}});
  auto const file = read({{"resourceType", "Bundle"}, {"type", "searchset"}, {"entry", entries}});
  ASSERT_EQ(file.accepted.size(), 1U);
  ASSERT_EQ(file.rejected.size(), 2U);
  EXPECT_EQ(file.rejected[0].line, 2U);
  EXPECT_EQ(file.rejected[0].reason, "La décision n’oriente pas vers une préorientation (11.2) : 12, 13.2.");
  EXPECT_EQ(file.rejected[1].reason, "Cette ligne répète la ligne 1.");
}

TEST(SdoFile, WhatIsNoDecisionInForceIsRefusedByName) {
  auto const good = DecisionSample().resource();
  auto evaluation = good, old = good, bare = good, garbled = good, unnumbered = good;
  evaluation["type"]["coding"][0]["code"] = "51848-0";
  old["status"] = "superseded";
  bare["content"] = Json::array();
  garbled["content"][0]["attachment"]["data"] = "%%%";
  unnumbered["identifier"].erase(1);
  EXPECT_THAT(rejection(evaluation), HasSubstr("57830-2"));
  EXPECT_THAT(rejection(old), HasSubstr("plus en cours"));
  EXPECT_THAT(rejection(bare), HasSubstr("résultat d’une recherche"));
  EXPECT_THAT(rejection(garbled), HasSubstr("base64"));
  EXPECT_THAT(rejection(unnumbered), HasSubstr("numéro"));
  EXPECT_THAT(rejection({{"resourceType", "Task"}}), HasSubstr("DocumentReference"));
  EXPECT_THAT(rejection({{"resourceType", "Bundle"}}), HasSubstr("ne contient rien"));
  EXPECT_THAT(rejection(Json::array()), HasSubstr("DocumentReference"));
  EXPECT_THAT(rejection(without(good, "status")), HasSubstr("plus en cours"));
  EXPECT_THAT(read_decisions("{", *parse_date("2026-03-02")).rejected.at(0).reason, HasSubstr("JSON"));
}

TEST(SdoFile, WhatTheDocumentSaysMayForbidACase) {
  auto const refused = [](auto change) {
    DecisionSample sample;
    change(sample);
    return rejection(sample.resource());
  };
  EXPECT_THAT(refused([](auto& sample) { sample.type = "2"; }), HasSubstr("pas une attribution"));
  EXPECT_THAT(refused([](auto& sample) { sample.extra = "<oops>"; }), HasSubstr("bien formé"));
  EXPECT_THAT(refused([](auto& sample) { sample.before_root = "<!DOCTYPE x [<!ENTITY a \"b\">]>"; }),
              HasSubstr("DTD"));
  EXPECT_THAT(refused([](auto& sample) {
                sample.extra =
                    "<component><section><entry><observation><code><originalText>StatutDeces"
                    "</originalText></code><effectiveTime value=\"20260101\"/></observation></entry>"
                    "</section></component>";
              }),
              HasSubstr("décédée"));
  EXPECT_THAT(refused([](auto& sample) { sample.mdph = "99-NULLE PART"; }), HasSubstr("mdph"));
  EXPECT_THAT(refused([](auto& sample) { sample.birth = "1984"; }), HasSubstr("date_naissance"));
  EXPECT_THAT(refused([](auto& sample) { sample.expires = "20251231"; }), HasSubstr("valide_au"));
}

}  // namespace jalon
