#include "api/import/csv_reader.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace jalon::csv {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::size_t> lines_of(CsvText const& csv) {
  std::vector<std::size_t> lines;
  for (auto const& record : csv.records) lines.push_back(record.line);
  return lines;
}

std::vector<std::size_t> faults_of(CsvText const& csv) {
  std::vector<std::size_t> lines;
  for (auto const& fault : csv.faults) lines.push_back(fault.line);
  return lines;
}

TEST(CsvReader, CountsTheLinesOfTheFileWhateverEndsThem) {
  for (auto const* text : {"a;b\nc;d\n\ne;f", "a;b\r\nc;d\r\n\r\ne;f\r\n", "a;b\rc;d\r\re;f"}) {
    auto const csv = read_csv(text, ';');
    EXPECT_THAT(lines_of(csv), ElementsAre(1, 2, 4)) << text;
    EXPECT_THAT(csv.records.back().fields, ElementsAre("e", "f")) << text;
  }
}

TEST(CsvReader, ReadsQuotesLineBreaksAndDelimitersInsideAField) {
  auto const csv = read_csv("\"a \"\"b\"\"\";\"c\r\nd\";\"e;f\"\r\ng;h;i\r\n", ';');
  EXPECT_THAT(lines_of(csv), ElementsAre(1, 3));
  EXPECT_THAT(csv.records.front().fields, ElementsAre("a \"b\"", "c\r\nd", "e;f"));
}

TEST(CsvReader, DropsBlanksAroundAFieldAndLinesOfEmptyFields) {
  auto const csv = read_csv("  a ;\tb\n ; ;\n;;\nc;d\n", ';');
  EXPECT_THAT(lines_of(csv), ElementsAre(1, 4));
  EXPECT_THAT(csv.records.front().fields, ElementsAre("a", "b"));
}

TEST(CsvReader, AStrayQuoteCostsItsLineOnly) {
  auto const csv = read_csv("a;b\nc\"d;e\nf;g\n", ';');
  EXPECT_THAT(lines_of(csv), ElementsAre(1, 3));
  EXPECT_THAT(faults_of(csv), ElementsAre(2));
}

TEST(CsvReader, AQuoteThatNothingClosesHidesNoLaterLine) {
  auto const csv = read_csv("a;b\n\"c;d\ne;f\ng;h", ';');
  EXPECT_THAT(lines_of(csv), ElementsAre(1, 3, 4));
  EXPECT_THAT(faults_of(csv), ElementsAre(2));
}

TEST(CsvReader, AnOpenQuoteOnTheLastLineIsAFault) {
  auto const csv = read_csv("a;b\n\"c;d", ';');
  EXPECT_THAT(lines_of(csv), ElementsAre(1));
  EXPECT_THAT(faults_of(csv), ElementsAre(2));
}

TEST(CsvReader, AnEmptyTextHasNoRecord) {
  EXPECT_THAT(read_csv("", ';').records, IsEmpty());
  EXPECT_THAT(read_csv("\n\r\n", ';').records, IsEmpty());
}

TEST(CsvReader, FindsTheDelimiterInTheFirstLine) {
  EXPECT_EQ(detect_delimiter("a;b;c\nd,e,f,g"), ';');
  EXPECT_EQ(detect_delimiter("a,b,c\nd;e"), ',');
  EXPECT_EQ(detect_delimiter("a"), ';');
  EXPECT_EQ(detect_delimiter(""), ';');
}

std::string quoted(std::string const& field) {
  std::string text = "\"";
  for (char const c : field) text += c == '"' ? std::string{"\"\""} : std::string{c};
  return text + "\"";
}

TEST(CsvReader, ReadsBackWhateverWasQuoted) {
  std::random_device::result_type const seed = std::random_device{}();
  std::mt19937 random{seed};
  auto const pick = [&](std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>{0, bound}(random);
  };
  std::string const alphabet = "ab;,\"\r\n é";
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> fields(1 + pick(4), "x");
    for (auto& field : fields) {
      for (auto length = pick(8); length > 0; --length) field += alphabet[pick(alphabet.size() - 1)];
    }
    std::string text;
    for (auto const& field : fields) text += quoted(field) + ";";
    text.back() = '\n';
    auto const csv = read_csv(text + "last\n", ';');
    ASSERT_EQ(csv.records.size(), 2u) << "seed " << seed << " text " << text;
    ASSERT_EQ(csv.records.front().fields, fields) << "seed " << seed;
  }
}

TEST(CsvReader, EndsWithoutHarmOnAnyBytes) {
  std::random_device::result_type const seed = std::random_device{}();
  std::mt19937 random{seed};
  std::string const alphabet = "a;\"\"\r\n ";
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i)
      text += alphabet[std::uniform_int_distribution<std::size_t>{0, alphabet.size() - 1}(random)];
    auto const csv = read_csv(text, ';');
    auto const lines = lines_of(csv);
    ASSERT_TRUE(std::is_sorted(lines.begin(), lines.end())) << "seed " << seed;
    for (auto const line : faults_of(csv)) {
      ASSERT_EQ(std::count(lines.begin(), lines.end(), line), 0) << "seed " << seed << " text " << text;
    }
  }
}

}  // namespace
}  // namespace jalon::csv
