#include "adapters/letters/readability.hpp"

#include <gmock/gmock.h>

#include "adapters/letters/press.hpp"
#include "adapters/letters/sample_data.hpp"

namespace jalon::letters {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> const names{"ESPO"};  // the invented establishment's name begins with it

class EveryLetter : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Letters, EveryLetter, ::testing::ValuesIn(Press{}.names()),
                         [](auto const& given) { return given.param; });

TEST_P(EveryLetter, HasNoLongSentenceAndExplainsItsAcronyms) {
  for (bool const to_mdph : {false, true}) {
    auto data = sample_data();
    data["to_mdph"] = to_mdph;
    EXPECT_THAT(readability_remarks(Press{}.render(GetParam(), data).text, longest_sentence_words, names),
                IsEmpty());
  }
}

TEST(PlainLanguage, HasShortSentencesInWhatGoesToThePerson) {
  for (auto const* name :
       {"first_contact", "admission_file", "reminder", "entry_dates", "convocation", "decision_not_retained",
        "invalid_notification", "acknowledgement", "retained_waiting", "follow_up_invitation"}) {
    auto data = sample_data();
    auto const usual = Press{}.render(name, data).text;
    data["establishment"]["plain_language"] = true;
    data["case"]["decision"]["reason"] = "Vos soins prennent trop de temps.";  // what people type is theirs
    auto const plain = Press{}.render(name, data).text;
    EXPECT_NE(plain, usual) << name;
    // the closing formula and the offer of help are the same in both
    auto const own_words = plain.substr(0, plain.find("Besoin d’aide"));
    EXPECT_THAT(readability_remarks(own_words, longest_plain_sentence_words, names), IsEmpty()) << name;
    EXPECT_THAT(plain, testing::Not(HasSubstr("FALC"))) << "a name that is not ours to give";
  }
}

TEST(PlainLanguage, IsForThePersonAndNotForTheMdph) {
  auto data = sample_data();
  data["to_mdph"] = true;
  auto const usual = Press{}.render("final_report", data).text;
  data["establishment"]["plain_language"] = true;
  EXPECT_EQ(Press{}.render("final_report", data).text, usual);
}

TEST(Readability, CountsTheWordsOfASentence) {
  EXPECT_THAT(readability_remarks("un deux trois quatre.", 4), IsEmpty());
  auto const remarks = readability_remarks("Bien. L’un deux trois quatre cinq ; et la suite.", 4);
  ASSERT_THAT(remarks, SizeIs(1));
  EXPECT_THAT(remarks[0], HasSubstr("phrase de 5 mots (4 au plus)"));
  EXPECT_THAT(readability_remarks("- un deux\n- trois quatre\n- cinq six\n", 4), IsEmpty());
}

TEST(Readability, WantsAnAcronymExplainedWhereItFirstStands) {
  EXPECT_THAT(readability_remarks("la commission des droits (CDAPH) décide. La CDAPH écrit."), IsEmpty());
  EXPECT_THAT(readability_remarks("La CDAPH (commission des droits) écrit."), IsEmpty());
  EXPECT_THAT(readability_remarks("La CDAPH écrit. La CDAPH décide."), SizeIs(1));
  EXPECT_THAT(readability_remarks("Votre MDPH (12) décide."), SizeIs(1)) << "a number explains nothing";
  EXPECT_THAT(readability_remarks("Été, À bientôt, Mme ÉLODIE X."), IsEmpty());
}

TEST(Readability, LooksAtATemplateBeforeThereIsData) {
  EXPECT_THAT(Press{}.remarks("Objet : x\n\n<p>{{reference}} {{#plain}}RQTH{{/plain}}</p>"), SizeIs(1));
}

}  // namespace
}  // namespace jalon::letters
