#include "api/icalendar/calendar.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "engine/text/utf8.hpp"

namespace jalon::icalendar {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Instant const made_at = parse_instant("2026-03-02T10:15:00+01:00").value();

Calendar sample_calendar() {
  Calendar calendar{"Jalon", {}};
  calendar.days.push_back({"deadline-1@jalon", parse_date("2026-12-31").value(), "2026-0001 · Entrée",
                           "15 jours à compter du 16/12/2026", "Échéance"});
  return calendar;
}

std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ")) text.erase(at, 3);
  return text;
}

TEST(Icalendar, IsPublishedAndItsDaysLastFromMidnightToMidnight) {
  EXPECT_EQ(to_text(sample_calendar(), made_at),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Jalon//Agenda//FR\r\nCALSCALE:GREGORIAN\r\n"
            "METHOD:PUBLISH\r\nNAME:Jalon\r\nX-WR-CALNAME:Jalon\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"
            "X-PUBLISHED-TTL:PT1H\r\nBEGIN:VEVENT\r\nUID:deadline-1@jalon\r\nDTSTAMP:20260302T091500Z\r\n"
            "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:2026-0001 · Entrée\r\n"
            "DESCRIPTION:15 jours à compter du 16/12/2026\r\nCATEGORIES:Échéance\r\nTRANSP:TRANSPARENT\r\n"
            "CLASS:CONFIDENTIAL\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST(Icalendar, EscapesWhatItsOwnGrammarReads) {
  EXPECT_EQ(escape("a\\b;c,d\ne"), "a\\\\b\\;c\\,d\\ne");
  EXPECT_EQ(escape("a\r\nb"), "a\\nb");
  EXPECT_EQ(escape("a\x01z\x7F"), "az");
  EXPECT_EQ(escape("« été » : 12 €"), "« été » : 12 €");
}

TEST(Icalendar, NoTextBeginsALineOfItsOwn) {
  auto calendar = sample_calendar();
  calendar.days[0].summary = "fin\r\nEND:VEVENT\r\nBEGIN:VALARM";
  auto const text = unfolded(to_text(calendar, made_at));
  EXPECT_THAT(text, HasSubstr("SUMMARY:fin\\nEND:VEVENT\\nBEGIN:VALARM\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("\nBEGIN:VALARM")));
}

TEST(Icalendar, FoldsAt75BytesBetweenCharacters) {
  EXPECT_EQ(fold(std::string(75, 'a')), std::string(75, 'a') + "\r\n");
  EXPECT_EQ(fold(std::string(76, 'a')), std::string(75, 'a') + "\r\n a\r\n");
  EXPECT_EQ(fold(std::string(150, 'a')),
            std::string(75, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
  for (std::size_t before = 60; before < 80; ++before) {
    std::string line(before, 'a');
    for (int i = 0; i < 60; ++i) line += "é’🍁";
    auto const folded = fold(line);
    EXPECT_EQ(unfolded(folded), line + "\r\n");
    std::istringstream lines{folded};
    for (std::string each; std::getline(lines, each);) {
      EXPECT_LE(each.size() - 1, 75u);
      EXPECT_TRUE(utf8::is_valid(each)) << "no character is cut";
    }
  }
}

}  // namespace
}  // namespace jalon::icalendar
