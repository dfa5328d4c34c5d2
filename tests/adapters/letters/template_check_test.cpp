#include "adapters/letters/template_check.hpp"

#include <gmock/gmock.h>

#include "adapters/letters/press.hpp"

namespace jalon::letters {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// « line: reason » of each fault of a page that follows a sound subject; its first line is line 3.
std::vector<std::string> faults_of(std::string const& page) {
  std::vector<std::string> written;
  for (auto const& fault : Press{}.faults("Objet : x\n\n" + page))
    written.push_back(std::to_string(fault.line) + ": " + fault.reason);
  return written;
}

TEST(TemplateCheck, LetsEveryShippedTextPass) {
  Press const press;
  for (auto const& name : press.names()) {
    std::string all;
    for (auto const& fault : press.faults(press.shipped(name)->text))
      all += std::to_string(fault.line) + ": " + fault.reason + "\n";
    EXPECT_EQ(all, "") << name;
  }
}

TEST(TemplateCheck, LetsEveryShippedPartPass) {
  for (auto const& [name, text] : built_in_sources().partials)
    EXPECT_THAT(template_faults("Objet : x\n\n" + text, built_in_sources().partials),
                testing::Each(testing::Field(&TemplateFault::reason,
                                             // what stands inside the report's own section elsewhere
                                             testing::HasSubstr("n’existe pas"))))
        << name;
}

TEST(TemplateCheck, WantsASubjectOnTheFirstLine) {
  auto const faults = Press{}.faults("<p>Bonjour</p>\n");
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].line, 1);
  EXPECT_EQ(faults[0].reason, "la première ligne donne l’objet : « Objet : … »");
  EXPECT_THAT(Press{}.faults("Objet : Votre dossier\r\n\r\n<p>Bonjour</p>"), IsEmpty());
}

TEST(TemplateCheck, NamesTheLineOfATagThatDoesNotClose) {
  EXPECT_THAT(faults_of("<p>\n{{reference</p>\n"),
              ElementsAre("4: cette balise « {{ » ne se ferme pas par « }} »"));
}

TEST(TemplateCheck, NamesSectionsThatCrossOrStayOpen) {
  EXPECT_THAT(faults_of("{{#plain}}\nx"), ElementsAre("3: la section « plain » ne se ferme pas"));
  EXPECT_THAT(faults_of("x\n{{/plain}}"), ElementsAre("4: « plain » se ferme sans avoir été ouverte"));
  EXPECT_THAT(faults_of("{{#plain}}\n{{#due}}\n{{/plain}}\n{{/due}}"),
              ElementsAre("5: « due » se ferme avant « plain »", "6: « plain » se ferme avant « due »"));
}

TEST(TemplateCheck, KnowsWhatLettersMayRead) {
  EXPECT_THAT(faults_of("{{person.given_name}} {{case.seat.entry_on}} {{deadlines.stay_end}}"), IsEmpty());
  EXPECT_THAT(faults_of("{{person.surname}}\n{{nom}}\n{{#case.place}}x{{/case.place}}"),
              ElementsAre("3: la donnée « person.surname » n’existe pas", "4: la donnée « nom » n’existe pas",
                          "5: la section « case.place » n’existe pas"));
}

TEST(TemplateCheck, KnowsWhatAListAndACodeBringAlong) {
  EXPECT_THAT(
      faults_of("{{#closures_count}}{{#closures}}{{first}}{{reference}}{{/closures}}{{/closures_count}}"
                "{{#case.report}}{{#recommendation_unfit}}x{{/recommendation_unfit}}{{/case.report}}"
                "{{^case.documents_social_sheet}}x{{/case.documents_social_sheet}}"),
      IsEmpty());
  EXPECT_THAT(faults_of("{{first}}{{case.report.recommendation_none}}"),
              ElementsAre("3: la donnée « first » n’existe pas",
                          "3: la donnée « case.report.recommendation_none » n’existe pas"));
}

TEST(TemplateCheck, RefusesUnknownPartsAndUnescapedValues) {
  EXPECT_THAT(faults_of("{{>letter_top}}{{>footer}}"), ElementsAre("3: la partie « footer » n’existe pas"));
  EXPECT_THAT(faults_of("{{{reference}}}\n{{&reference}}"),
              testing::Contains("4: « reference » s’écrit entre deux accolades, sans autre signe"));
  EXPECT_THAT(faults_of("{{{reference}}}"), testing::Not(IsEmpty()));
  EXPECT_THAT(faults_of("{{=<% %>=}}"), ElementsAre("3: les balises s’écrivent toujours « {{ » et « }} »"));
  EXPECT_THAT(faults_of("{{! une remarque }}"), IsEmpty());
}

TEST(TemplateCheck, RefusesATextThatIsTooLong) {
  EXPECT_THAT(faults_of(std::string(70'000, 'x')), ElementsAre("1: ce modèle est trop long"));
}

}  // namespace
}  // namespace jalon::letters
