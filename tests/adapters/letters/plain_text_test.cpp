#include "adapters/letters/plain_text.hpp"

#include <gtest/gtest.h>

#include "adapters/letters/typography.hpp"

namespace jalon::letters {
namespace {

TEST(PlainText, KeepsParagraphsListsAndTablesInLines) {
  EXPECT_EQ(
      plain_text(
          "<p>Un</p>\n<p>deux\n  trois</p><ul><li>a</li>\n<li>b</li></ul><ol><li>c</li><li>d</li></ol>"),
      "Un\n\ndeux trois\n\n- a\n- b\n\n1. c\n2. d\n");
  EXPECT_EQ(
      plain_text("<table><tr><th>Nom</th><td>Roussel</td></tr><tr><th>Prénom</th><td>Zoé</td></tr></table>"),
      "Nom – Roussel\nPrénom – Zoé\n");
}

TEST(PlainText, ShowsWhereALinkLeads) {
  EXPECT_EQ(plain_text("<a href=\"https://a.example\">ici</a>"), "ici (https://a.example)\n");
  EXPECT_EQ(plain_text("<a href=\"https://a.example\">https://a.example</a>"), "https://a.example\n");
}

TEST(PlainText, KeepsTheLinesOfAnAddressAndWhatWasEscaped) {
  EXPECT_EQ(plain_text("<p class=\"lines\">3 rue Basse\n12100 Millau</p><p>a &lt;b&gt; &amp;amp;&nbsp;c</p>"),
            "3 rue Basse\n12100 Millau\n\na <b> &amp;\u00A0c\n");
}

TEST(PlainText, LeavesOutTheHeadTheTitleAndForms) {
  EXPECT_EQ(plain_text("<html><head><style>p{}</style></head><body><header>x</header><h1>y</h1><p>z</p>"
                       "<section class=\"sheet\"><section>w</section>v</section></body></html>"),
            "z\n");
}

TEST(PlainText, SurvivesAPageThatIsNotWellFormed) {
  EXPECT_EQ(plain_text("<p>a</b></p></ul><li>b<"), "a\n\n- b\n");
  EXPECT_EQ(plain_text(""), "\n");
  EXPECT_EQ(plain_text("<style>a"), "\n");
}

TEST(Typography, PutsNoBreakSpacesBeforeDoubleSignsAndInQuotes) {
  EXPECT_EQ(with_french_typography("<p>Pourquoi ? « Oui » : 3 % ; l'été d&apos;ici !</p>"),
            "<p>Pourquoi\u00A0? «\u00A0Oui\u00A0»\u00A0: 3\u00A0%\u00A0; l’été d’ici\u00A0!</p>");
}

TEST(Typography, LeavesTagsStylesAndQuotationsAlone) {
  std::string const html = "<style>a : b; c 'd'</style><p style=\"color : red\">&apos;2&apos; 'x'</p>";
  EXPECT_EQ(with_french_typography(html), html);
}

}  // namespace
}  // namespace jalon::letters
