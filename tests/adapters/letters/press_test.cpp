#include "adapters/letters/press.hpp"

#include <gmock/gmock.h>

#include <boost/regex.hpp>

#include "adapters/letters/template_data.hpp"
#include "engine/text/utf8.hpp"
#include "tests/adapters/letters/sample_data.hpp"

namespace jalon::letters {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::size_t count(std::string const& text, std::string const& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

// The page as a reader sees it: without styles and tags.
std::string visible(std::string html) {
  html = boost::regex_replace(html, boost::regex{"<style>.*?</style>"}, "");
  html = boost::regex_replace(html, boost::regex{"<[^>]*>"}, "");
  return boost::regex_replace(html, boost::regex{"&nbsp;"}, "\u00A0");
}

void replace_every_text(Json& json, std::string const& text) {
  if (json.is_string()) json = text;
  if (json.is_structured()) {
    for (auto& value : json) replace_every_text(value, text);
  }
}

class EveryTemplate : public ::testing::TestWithParam<std::string_view> {
 protected:
  RenderedMessage render(Json const& data) { return press.render(GetParam(), data); }
  Press press;
};

INSTANTIATE_TEST_SUITE_P(Letters, EveryTemplate, ::testing::ValuesIn(Press::templates()),
                         [](auto const& given) { return std::string{given.param}; });

TEST_P(EveryTemplate, IsAnAccessiblePageInFrench) {
  auto const html = render(sample_data()).html;
  EXPECT_THAT(html, ::testing::StartsWith("<!DOCTYPE html>\n<html lang=\"fr\">"));
  EXPECT_EQ(count(html, "<title>"), 1u);
  EXPECT_EQ(count(html, "<h1>"), 1u);
  EXPECT_EQ(count(html, "<main>"), 1u);
  EXPECT_EQ(count(html, "</main>"), 1u);
  EXPECT_THAT(html, Not(HasSubstr("<title> ")));
  EXPECT_THAT(html, ::testing::EndsWith("</html>\n"));
}

TEST_P(EveryTemplate, LeavesNoTagOfTheTemplate) {
  auto const rendered = render(sample_data());
  for (auto const& text : {rendered.subject, rendered.text, rendered.html}) {
    EXPECT_FALSE(text.empty());
    EXPECT_THAT(text, Not(HasSubstr("{{")));
    EXPECT_THAT(text, Not(HasSubstr("}}")));
    EXPECT_TRUE(utf8::is_valid(text));
  }
}

TEST_P(EveryTemplate, EscapesWhatIsNotOurs) {
  auto data = sample_data();
  replace_every_text(data, "<script>alert(\"1\" & '2')</script>");
  auto const rendered = render(data);
  EXPECT_THAT(rendered.html, Not(HasSubstr("<script")));
  EXPECT_THAT(rendered.html, HasSubstr("&lt;script&gt;alert(&quot;1&quot; &amp; &apos;2&apos;)"));
  EXPECT_THAT(rendered.text, HasSubstr("<script>alert(\"1\" & '2')</script>"));
}

TEST_P(EveryTemplate, DoesNotReadTheDataAsATemplate) {
  auto data = sample_data();
  replace_every_text(data, "{{#reference}}{{>closing}}{{/reference}}");
  auto const rendered = render(data);
  EXPECT_THAT(rendered.text, HasSubstr("{{#reference}}{{>closing}}{{/reference}}"));
}

TEST_P(EveryTemplate, HasASubjectOfOneLine) {
  auto data = sample_data();
  replace_every_text(data, "un\r\nBcc: deux\n");
  auto const subject = render(data).subject;
  EXPECT_FALSE(subject.empty());
  EXPECT_FALSE(utf8::has_control(subject)) << subject;
  EXPECT_THAT(subject, Not(::testing::StartsWith("Objet")));
}

TEST_P(EveryTemplate, KeepsFrenchTypography) {
  auto const rendered = render(sample_data());
  for (auto const& text : {rendered.subject, rendered.text, visible(rendered.html)}) {
    boost::smatch found;
    EXPECT_FALSE(boost::regex_search(text, found, boost::regex{".{0,20} [:;?!»]|« "})) << found.str();
    EXPECT_THAT(text, Not(HasSubstr("'")));
  }
}

TEST_P(EveryTemplate, WritesWithoutTheOptionalData) {
  Json const data = {{"establishment", {{"name", "ESPO Les Érables"}, {"address", ""}, {"city", "Millau"}}},
                     {"person", {{"family_name", "Roussel"}, {"given_name", "Camille"}}},
                     {"recipient", {{"name", "Camille Roussel"}, {"address", nullptr}}},
                     {"reference", "2026-0042"},
                     {"date", "5 janvier 2026"},
                     {"documents", Json::array()},
                     {"items", Json::array()}};
  auto const rendered = render(data);
  for (auto const& text : {rendered.text, visible(rendered.html)}) {
    EXPECT_THAT(text, Not(HasSubstr("()")));
    EXPECT_THAT(text, Not(HasSubstr("null")));
    EXPECT_THAT(text, Not(HasSubstr("Tél.")));
    EXPECT_THAT(text, Not(HasSubstr("au plus tard le .")));
  }
  EXPECT_THAT(rendered.text, Not(HasSubstr("\n\n\n")));
}

TEST_P(EveryTemplate, SaysTheSameTwice) {
  auto const first = render(sample_data());
  auto const second = render(sample_data());
  EXPECT_EQ(first.html, second.html);
  EXPECT_EQ(first.text, second.text);
}

TEST(Press, KnowsEveryMessageOfThePathway) {
  EXPECT_THAT(Press::templates(),
              ElementsAre("admission_file", "convocation", "decision_not_retained", "entry_dates",
                          "final_report", "first_contact", "invalid_notification",
                          "mdph_registration_request", "reminder", "staff_digest"));
}

TEST(Press, RefusesAnUnknownTemplate) {
  EXPECT_THROW(Press{}.render("admission", sample_data()), std::out_of_range);
  EXPECT_THROW(Press{}.render("", sample_data()), std::out_of_range);
  EXPECT_THROW(Press{}.render("letter_top", sample_data()), std::out_of_range);
}

std::string complaint_about(Sources sources) {
  try {
    Press{std::move(sources)};
  } catch (std::invalid_argument const& fault) {
    return fault.what();
  }
  return "none";
}

TEST(Press, RefusesATemplateThatDoesNotParse) {
  std::string const good = "Objet\u00A0: x\n\ny\n";
  EXPECT_EQ(complaint_about({{{"a", "<p>"}}, {{"a", good}}, {}}), "none");
  EXPECT_THAT(complaint_about({{{"a", "{{#b}}"}}, {{"a", good}}, {}}),
              HasSubstr("template a does not parse"));
  EXPECT_THAT(complaint_about({{{"a", "<p>"}}, {{"a", good + "{{b"}}, {}}),
              HasSubstr("template a does not parse"));
  EXPECT_THAT(complaint_about({{{"a", "<p>"}}, {{"a", good}}, {{"c", "{{/c}}"}}}),
              HasSubstr("template c does not parse"));
}

TEST(Press, RefusesATemplateWithoutItsOtherHalfOrItsSubject) {
  EXPECT_THAT(complaint_about({{{"a", "<p>"}}, {}, {}}), HasSubstr("template a has no text"));
  EXPECT_THAT(complaint_about({{}, {{"a", "Objet\u00A0: x\n"}}, {}}), HasSubstr("template a has no page"));
  EXPECT_THAT(complaint_about({{{"a", "<p>"}}, {{"a", "Bonjour\n"}}, {}}),
              HasSubstr("begin with its subject"));
}

TEST(FirstContact, InvitesAsksForTwoDocumentsAndEnclosesTheBrochure) {
  auto const rendered = Press{}.render("first_contact", sample_data());
  EXPECT_EQ(rendered.subject, "Votre orientation vers la pré-orientation, premier contact");
  for (auto const& text : {rendered.text, visible(rendered.html)}) {
    EXPECT_THAT(text, HasSubstr("Prenez contact avec nous au plus tard le 5 février 2026"));
    EXPECT_THAT(text,
                HasSubstr("notification de reconnaissance de la qualité de travailleur handicapé (RQTH)"));
    EXPECT_THAT(text, HasSubstr("notification d’orientation professionnelle"));
    EXPECT_THAT(text, HasSubstr("05 65 00 00 14"));
  }
  EXPECT_THAT(visible(rendered.html), HasSubstr("Pièce jointe\nPlaquette d’information"));
}

TEST(FirstContact, EnclosesNoPaperInAnEmail) {
  auto data = sample_data();
  data["by_email"] = true;
  EXPECT_THAT(Press{}.render("first_contact", data).html, Not(HasSubstr("Pièce jointe")));
}

TEST(AdmissionFile, HoldsTheFourSheetsWithTheNameFilledIn) {
  auto const html = Press{}.render("admission_file", sample_data()).html;
  for (auto const* sheet :
       {"1. Fiche administrative", "2. Fiche sociale", "3. Fiche professionnelle", "4. Fiche rémunération"}) {
    EXPECT_EQ(count(html, sheet), 1u) << sheet;
  }
  EXPECT_EQ(count(html, "<section class=\"sheet\""), 4u);
  EXPECT_THAT(html, HasSubstr("<strong>Roussel</strong>"));
}

TEST(EntryDates, NameTheEntryThePreReceptionAndTheClosures) {
  auto const rendered = Press{}.render("entry_dates", sample_data());
  for (auto const& text : {rendered.text, visible(rendered.html)}) {
    EXPECT_THAT(text, HasSubstr("16\u00A0mars 2026"));
    EXPECT_THAT(text, HasSubstr("13\u00A0février 2026"));
    EXPECT_THAT(text, HasSubstr("n’est pas obligatoire"));
    EXPECT_THAT(text, HasSubstr("du 13\u00A0avril 2026 au 24\u00A0avril 2026 (vacances de printemps)"));
  }
}

TEST(DecisionNotRetained, GivesTheReasonAndTheRemedies) {
  auto const text = Press{}.render("decision_not_retained", sample_data()).text;
  EXPECT_THAT(text, HasSubstr("une présence de 32 heures"));
  EXPECT_THAT(text, HasSubstr("demander un nouvel examen"));
  EXPECT_THAT(text, HasSubstr("Défenseur des droits"));
}

TEST(FinalReport, SpeaksToThePersonOrToTheMdph) {
  auto data = sample_data();
  EXPECT_EQ(Press{}.render("final_report", data).subject, "Votre bilan final de pré-orientation");
  data["to_mdph"] = true;
  auto const to_mdph = Press{}.render("final_report", data);
  EXPECT_EQ(to_mdph.subject, "Bilan final de pré-orientation, Camille Roussel");
  for (auto const& text : {to_mdph.text, visible(to_mdph.html)}) {
    EXPECT_THAT(text, Not(HasSubstr("Votre bilan")));
    EXPECT_THAT(text, HasSubstr("d’agréer, Madame, Monsieur, nos salutations"));
  }
}

TEST(MdphRegistrationRequest, TellsWhomToLookFor) {
  auto const text = Press{}.render("mdph_registration_request", sample_data()).text;
  for (auto const* fact :
       {"Roussel", "Camille", "1er\u00A0mars 1991", "2025-12-07731", "1204417", "22\u00A0décembre 2025"}) {
    EXPECT_THAT(text, HasSubstr(fact));
  }
}

TEST(StaffDigest, ListsReferencesAndNoName) {
  auto data = sample_data();
  auto const rendered = Press{}.render("staff_digest", data);
  EXPECT_EQ(rendered.subject, "2 échéances dépassées au 5 janvier 2026");
  EXPECT_THAT(rendered.html, HasSubstr("<a href=\"https://jalon.example.org/cases/7\">2026-0007</a>"));
  EXPECT_THAT(rendered.html + rendered.text, Not(HasSubstr("Roussel")));
  data["items"].erase(1);
  EXPECT_EQ(Press{}.render("staff_digest", data).subject, "1 échéance dépassée au 5 janvier 2026");
}

TEST(TemplateData, WritesDatesInFrench) {
  EXPECT_EQ(with_french_date("2026-03-01"), "1er\u00A0mars 2026");
  EXPECT_EQ(with_french_date("2026-12-31"), "31\u00A0décembre 2026");
  EXPECT_EQ(with_french_date("2026-02-30"), "2026-02-30");
  EXPECT_EQ(with_french_date("le 2026-03-01"), "le 2026-03-01");
}

TEST(TemplateData, BreaksAnAddressBeforeItsPostalCode) {
  EXPECT_EQ(in_lines("3 rue de l’Église, 12400 Saint-Affrique"), "3 rue de l’Église\n12400 Saint-Affrique");
  EXPECT_EQ(in_lines("3, rue Basse\n12100 Millau"), "3, rue Basse\n12100 Millau");
  EXPECT_EQ(in_lines("Lieu-dit Le Puech"), "Lieu-dit Le Puech");
}

}  // namespace
}  // namespace jalon::letters
