#include "adapters/letters/press.hpp"

#include <gmock/gmock.h>

#include <boost/regex.hpp>

#include "adapters/letters/sample_data.hpp"
#include "adapters/letters/template_data.hpp"
#include "engine/text/utf8.hpp"
#include "tests/adapters/letters/page_text.hpp"

namespace jalon::letters {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

void replace_every_text(Json& json, std::string const& text) {
  if (json.is_string()) json = text;
  if (json.is_structured()) {
    for (auto& value : json) replace_every_text(value, text);
  }
}

class EveryTemplate : public ::testing::TestWithParam<std::string> {
 protected:
  RenderedMessage render(Json const& data) { return press.render(GetParam(), data); }
  Press press;
};

INSTANTIATE_TEST_SUITE_P(Letters, EveryTemplate, ::testing::ValuesIn(Press{}.names()),
                         [](auto const& given) { return given.param; });

TEST_P(EveryTemplate, IsAnAccessiblePageInFrench) {
  auto const html = render(sample_data()).html;
  EXPECT_THAT(html, ::testing::StartsWith("<!DOCTYPE html>\n<html lang=\"fr\">"));
  EXPECT_EQ(count(html, "<title>"), 1u);
  EXPECT_EQ(count(html, "<h1>"), 1u);
  EXPECT_EQ(count(html, "<main"), 1u);
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
                     {"late", nullptr},
                     {"this_week", nullptr}};
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

TEST(Press, KnowsEveryMessageAndDocumentOfThePathway) {
  EXPECT_THAT(Press{}.names(),
              ElementsAre("acknowledgement", "admission_file", "attendance_list", "committee_dates",
                          "committee_fixed", "committee_list", "committee_minutes", "committee_table",
                          "convocation", "decision_not_retained", "entry_certificate", "entry_dates",
                          "exit_certificate", "final_report", "first_contact", "follow_up_invitation",
                          "initial_synthesis", "invalid_notification", "mdph_registration_request",
                          "pre_reception_list", "reminder", "retained_waiting", "staff_digest",
                          "staff_exceptional_access", "staff_reading_pace", "staff_urgent", "stay_contract"));
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
  EXPECT_EQ(complaint_about({{{"a", "Objet : x\n\n<p>"}}, {}}), "none");
  EXPECT_THAT(complaint_about({{{"a", "Objet : x\n\n{{#b}}"}}, {}}), HasSubstr("template a does not parse"));
  EXPECT_THAT(complaint_about({{{"a", "Objet : x\n\n<p>"}}, {{"c", "{{/c}}"}}}),
              HasSubstr("template c does not parse"));
}

TEST(Press, RefusesATemplateWithoutItsSubject) {
  EXPECT_THAT(complaint_about({{{"a", "Bonjour\n"}}, {}}), HasSubstr("begin with its subject"));
}

TEST(Press, WritesAnEstablishmentsOwnTextAndSaysWhichVersionItWas) {
  OwnTemplate const own{3, "Objet : À bientôt\n\n<p>Dossier {{reference}} : à bientôt !</p>"};
  auto const rendered = Press{}.render("reminder", sample_data(), own);
  EXPECT_EQ(rendered.subject, "À bientôt");
  EXPECT_EQ(rendered.html, "<p>Dossier 2026-0042\u00A0: à bientôt\u00A0!</p>");
  EXPECT_EQ(rendered.text, "Dossier 2026-0042\u00A0: à bientôt\u00A0!\n");
  EXPECT_EQ(rendered.template_version, "3");
}

TEST(Press, GivesAShippedTextAnotherVersionWhenAnythingItWritesChanges) {
  std::string const text = "Objet : x\n\n{{>a}}";
  auto const version = [&](std::string const& page, std::string const& partial) {
    return Press(Sources{{{"t", page}}, {{"a", partial}}}).render("t", Json::object()).template_version;
  };
  EXPECT_EQ(version(text, "un"), version(text, "un"));
  EXPECT_NE(version(text, "un"), version(text, "deux"));
  EXPECT_NE(version(text, "un"), version(text + " ", "un"));
  EXPECT_EQ(Press{}.render("reminder", sample_data()).template_version, Press{}.shipped("reminder")->version);
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
