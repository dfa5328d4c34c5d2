// F17. What poisons a database or a stack is refused at the door.
#include "engine/json/strict_json.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace jalon {
namespace {

using namespace std::string_literals;

std::string nested(std::size_t depth, char open, char close) {
  return std::string(depth, open) + std::string(depth, close);
}

std::string nested_objects(std::size_t depth) {
  std::string text;
  for (std::size_t level = 1; level < depth; ++level) text += R"({"a":)";
  return text + "{}" + std::string(depth - 1, '}');
}

MalformedJson refusal_of(std::string const& text) {
  try {
    parse_json(text);
  } catch (MalformedJson const& refusal) {
    return refusal;
  }
  throw std::logic_error("accepted: " + text);
}

TEST(StrictJson, ThirtyTwoLevelsAreReadAndThirtyThreeRefused) {
  EXPECT_NO_THROW(parse_json(nested(32, '[', ']')));
  EXPECT_THROW(parse_json(nested(33, '[', ']')), MalformedJson);
  EXPECT_NO_THROW(parse_json(nested_objects(32)));
  EXPECT_THROW(parse_json(nested_objects(33)), MalformedJson);
}

TEST(StrictJson, AMillionLevelsAreRefusedWithoutHarm) {
  EXPECT_THROW(parse_json(std::string(1'000'000, '[')), MalformedJson);
  EXPECT_THROW(parse_json(nested(1'000'000, '[', ']')), MalformedJson);
}

TEST(StrictJson, TheDepthIsThatOfTheOpenContainersNotTheirNumber) {
  std::string wide = "[";
  for (int member = 0; member < 1000; ++member) wide += "[{}],";
  EXPECT_EQ(parse_json(wide + "[]]").size(), 1001U);
}

TEST(StrictJson, AKeyTwiceInOneObjectIsRefusedHoweverItIsWritten) {
  EXPECT_THROW(parse_json(R"({"a":1,"a":1})"), MalformedJson);
  EXPECT_THROW(parse_json(R"({"a":1,"b":{},"\u0061":2})"), MalformedJson);
  EXPECT_THROW(parse_json(R"([{"x":{"":1,"":2}}])"), MalformedJson);
}

TEST(StrictJson, TheSameKeyInTwoObjectsIsRead) {
  EXPECT_EQ(parse_json(R"({"a":{"a":1},"b":[{"a":2},{"a":3}]})")["b"][1]["a"], 3);
}

TEST(StrictJson, TheSixtyFourBitBoundsAreReadExactly) {
  EXPECT_EQ(parse_json("9223372036854775807").get<std::int64_t>(), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(parse_json("-9223372036854775808").get<std::int64_t>(), std::numeric_limits<std::int64_t>::min());
  EXPECT_THROW(parse_json("9223372036854775808"), MalformedJson);
  EXPECT_THROW(parse_json("-9223372036854775809"), MalformedJson);
  EXPECT_THROW(parse_json("18446744073709551616"), MalformedJson);
}

TEST(StrictJson, ARefusalSpeaksFrenchAndSaysWhere) {
  MalformedJson refusal = refusal_of(R"({"nom":1,"nom":2})");
  EXPECT_STREQ(refusal.what(), "JSON refusé à l'octet 14 : clé présente deux fois dans un même objet.");
  EXPECT_EQ(refusal.offset(), 14U);
}

TEST(StrictJson, ANulByteIsNotTakenForTheEndOfTheText) {
  EXPECT_EQ(refusal_of("{}\0garbage"s).offset(), 2U);
  EXPECT_EQ(refusal_of("1\0"s).offset(), 1U);
}

TEST(StrictJson, ARefusalRepeatsNothingOfTheText) {
  EXPECT_EQ(std::string(refusal_of(R"({"Dupont":1,"Dupont":2})").what()).find("Dupont"), std::string::npos);
  EXPECT_EQ(std::string(refusal_of(R"(["Dupont" "Dupont"])").what()).find("Dupont"), std::string::npos);
}

TEST(StrictJson, AnEmptyTextIsRefusedAtItsBeginning) {
  EXPECT_EQ(refusal_of("").offset(), 0U);
}

TEST(StrictJson, WhatIsReadKeepsItsTypeAndItsPlace) {
  Json read = parse_json(R"( { "t": [true, false, null, -1, 2, 0.5, "é\n\ud83d\ude00"], "o": {} } )");
  EXPECT_EQ(read, (Json{{"t", {true, false, nullptr, -1, 2, 0.5, "é\n😀"}}, {"o", Json::object()}}));
}

}  // namespace
}  // namespace jalon
