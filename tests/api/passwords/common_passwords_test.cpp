#include "api/passwords/common_passwords.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace jalon::passwords {

TEST(CommonPasswords, AreAListInOrderOfBareWords) {
  auto const words = common_words();
  EXPECT_GT(words.size(), 500U);
  EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
  EXPECT_EQ(std::adjacent_find(words.begin(), words.end()), words.end()) << "each once";
  for (auto const word : words) {
    EXPECT_EQ(bare(word), word);
    EXPECT_GE(word.size(), 3U) << word << ": shorter ones would be found in everything";
  }
}

TEST(CommonPasswords, AreFoundHoweverTheyAreDressed) {
  for (auto const* password :
       {"motdepasse123456", "MotDePasse-2026!!", "MOTDEPASSEMOTDEPASSE", "azertyuiopqsdfghjklm",
        "Bonjour-bonjour-1", "1234567890123456", "Été été été 2026 !", "P@ssw0rdP@ssw0rd",
        "printemps.printemps", "NathalieNathalie12", "qwertyuiop[]123456", "Marseille13Marseille",
        "iloveyouiloveyou", "Stéphane+Véronique"})
    EXPECT_TRUE(is_common(password)) << password;
}

TEST(CommonPasswords, AreNotWhatOnlyBeginsLikeThem) {
  for (auto const* password :
       {"quatre mots sans rapport", "Chemin-de-Halage-1847", "soleil marmotte confiture",
        "motdepassequenulnedevine", "k7mq-2xwt-9bhd-ab4f-m2zz", "1847362958471625", "été grenier parapluie"})
    EXPECT_FALSE(is_common(password)) << password;
}

TEST(CommonPasswords, AreLookedThroughAtOnceEvenWhenLong) {
  std::string repeated;
  while (repeated.size() < 100'000) repeated += "azertyuiop";
  EXPECT_TRUE(is_common(repeated));
  EXPECT_FALSE(is_common("halage halage halage\xC3")) << "a broken character, and a word of its own";
}

TEST(CommonPasswords, ANameIsFoundWhateverItsCaseAccentsAndSigns) {
  EXPECT_TRUE(says("au-centre-des-causses-12", "Centre des Causses"));
  EXPECT_TRUE(says("LeCentreDesCaussesEtMoi", "Centre des Causses"));
  EXPECT_TRUE(says("Foyer Émeraude 2026", "emeraude"));
  EXPECT_TRUE(says("notre ESPO de Rodez", "ESPO"));
  EXPECT_TRUE(says("espo2026-rodez-ville", "ESPO"));
  EXPECT_FALSE(says("les espoirs de mars", "ESPO"));
  EXPECT_FALSE(says("quatre mots sans rapport", "Centre des Causses"));
  EXPECT_FALSE(says("quatre mots sans rapport", " !"));
}

}  // namespace jalon::passwords
