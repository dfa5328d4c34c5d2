// The files, read back by openpyxl: another hand than the one that writes them.
#include "adapters/spreadsheet/xlsx_writer.hpp"

#include <gmock/gmock.h>

#include <cstdio>
#include <fstream>

#include "engine/text/harmless.hpp"
#include "tests/kit/temporary_folder.hpp"

namespace jalon::spreadsheet {
namespace {

// What openpyxl finds in a file.
Json read_back(std::string const& content) {
  kit::TemporaryFolder const folder;
  auto const path = folder.path() / "read.xlsx";
  std::ofstream(path, std::ios::binary) << content;
  auto const command = "/usr/bin/python3 tests/kit/xlsx.py " + path.string();
  std::FILE* const pipe = popen(command.c_str(), "r");
  std::string output;
  for (int letter = std::fgetc(pipe); letter != EOF; letter = std::fgetc(pipe)) output += char(letter);
  EXPECT_EQ(pclose(pipe), 0);
  return Json::parse(output);
}

Sheet sample_sheet() {
  return {"Commission",
          "Liste & projet",
          {{"N°", 5}, {"Nom", 20}, {"Dossier reçu le", 14}, {"Rang", 8}},
          {{1, "D’Élan", "2026-03-12", 2}, {2, "=cmd|' /C calc'!A0", "2026-03-13", nullptr}}};
}

TEST(Xlsx, GivesBackTextsNumbersDatesAndEmptyCells) {
  auto const found = read_back(XlsxWriter{}.write(sample_sheet()));
  EXPECT_EQ(found.at("sheets"), Json({"Commission"}));
  EXPECT_EQ(found.at("rows")[0], Json({"N°", "Nom", "Dossier reçu le", "Rang"}));
  EXPECT_EQ(found.at("rows")[1], Json({1, "D’Élan", "date 2026-03-12 dd/mm/yyyy", 2}));
  EXPECT_EQ(found.at("rows")[2][3], nullptr);
  EXPECT_EQ(found.at("title"), "Liste & projet");
}

TEST(Xlsx, TakesNoTextForAFormula) {
  for (std::string const text : {"=1+1", "+33 6", "-1", "@SUM(A1)", "\t=1"}) {
    auto sheet = sample_sheet();
    sheet.lines[0][1] = text;
    auto const found = read_back(XlsxWriter{}.write(sheet));
    EXPECT_EQ(found.at("rows")[1][1], "'" + text);
    EXPECT_EQ(found.at("formulas"), 0);
  }
  EXPECT_EQ(harmless("D'Élan"), "D'Élan");
  EXPECT_EQ(harmless(""), "");
}

TEST(Xlsx, KeepsItsHeadingsInSightAndPrintsLyingOnA4) {
  auto const found = read_back(XlsxWriter{}.write(sample_sheet()));
  EXPECT_EQ(found.at("frozen"), "A2");
  EXPECT_EQ(found.at("orientation"), "landscape");
  EXPECT_EQ(found.at("paper"), 9);
  EXPECT_EQ(found.at("repeated"), "$1:$1");
  EXPECT_EQ(found.at("fits"), Json({1, 0}));
  EXPECT_NEAR(found.at("widths")[1].get<double>(), 20, 1);
}

TEST(Xlsx, WritesATableWithoutLines) {
  auto sheet = sample_sheet();
  sheet.lines.clear();
  EXPECT_EQ(read_back(XlsxWriter{}.write(sheet)).at("rows").size(), 1u);
}

TEST(Xlsx, RefusesANameThatNoSheetMayHave) {
  auto sheet = sample_sheet();
  sheet.name = "a/b";
  EXPECT_THROW(XlsxWriter{}.write(sheet), std::runtime_error);
}

}  // namespace
}  // namespace jalon::spreadsheet
