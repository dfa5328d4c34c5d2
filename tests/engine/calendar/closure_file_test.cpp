#include "engine/calendar/closure_file.hpp"

#include <gtest/gtest.h>

namespace jalon {
namespace {

using namespace std::chrono;

Closure const summer{2026y / August / 1, 2026y / August / 23, "Congés d'été"};

TEST(ClosureFile, ReadsALineForAClosure) {
  auto const reading = read_closures(
      "2026-08-01;2026-08-23;Congés d'été\n"
      "2026-12-24,2027-01-03,Noël, jour de l'an ; fermeture\n");
  EXPECT_TRUE(reading.errors.empty());
  std::vector<Closure> const expected{
      summer, {2026y / December / 24, 2027y / January / 3, "Noël, jour de l'an ; fermeture"}};
  EXPECT_EQ(reading.closures, expected);
}

TEST(ClosureFile, ToleratesWhatSpreadsheetsAndPeopleAdd) {
  auto const reading = read_closures(
      "\xEF\xBB\xBF# fermetures\r\n\r\n 2026-08-01 ; 2026-08-23 ; Congés d'été \r\n2026-05-15;2026-05-15");
  EXPECT_TRUE(reading.errors.empty());
  std::vector<Closure> const expected{summer, {2026y / May / 15, 2026y / May / 15, ""}};
  EXPECT_EQ(reading.closures, expected);
}

TEST(ClosureFile, AnEmptyTextHasNoClosure) {
  EXPECT_TRUE(read_closures("").closures.empty());
  EXPECT_TRUE(read_closures("\n\n").errors.empty());
}

TEST(ClosureFile, OneBadLineRefusesTheWholeAndEveryBadLineIsNamed) {
  auto const reading = read_closures(
      "2026-08-01;2026-08-23;Congés d'été\n"
      "01/08/2026;2026-08-23;Congés\n"
      "2026-08-01;Congés\n"
      "2026-08-23;2026-08-01;Congés\n"
      "2026-08-01;2026-08-23;Cong\xE9s\n"
      "2026-08-01;2026-08-23;Cong\x01s\n"
      "2026-08-01;2026-08-23;" +
      std::string(201, 'x'));
  EXPECT_TRUE(reading.closures.empty());
  std::vector<ClosureLineError> const expected{
      {2, "première date illisible, attendu AAAA-MM-JJ (de 1900 à 2199)"},
      {3, "dernière date absente ou illisible, attendu AAAA-MM-JJ (de 1900 à 2199)"},
      {4, "la fermeture finit avant de commencer"},
      {5, "texte qui n'est pas en UTF-8"},
      {6, "motif contenant un caractère de contrôle"},
      {7, "motif trop long (200 octets au plus)"},
  };
  EXPECT_EQ(reading.errors, expected);
}

TEST(ClosureFile, BrokenUtf8IsNeverTakenForText) {
  for (auto reason :
       {"\xC3", "\xE2\x82", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xF0\x80\x80\x80"})
    EXPECT_EQ(read_closures(std::string{"2026-08-01;2026-08-23;"} + reason).errors.size(), 1u);
  EXPECT_TRUE(read_closures("2026-08-01;2026-08-23;été € 🎄").errors.empty());
}

}  // namespace
}  // namespace jalon
