// Properties over random documents. RapidCheck prints the seed and the smallest document that breaks one.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "engine/json/strict_json.hpp"

namespace jalon {
namespace {

std::string utf8_of(std::vector<char32_t> const& code_points) {
  std::string text;
  for (char32_t point : code_points) {
    if (point < 0x80) {
      text += static_cast<char>(point);
    } else if (point < 0x800) {
      text += static_cast<char>(0xC0 | point >> 6);
      text += static_cast<char>(0x80 | (point & 0x3F));
    } else {
      text += static_cast<char>(0xE0 | point >> 12);
      text += static_cast<char>(0x80 | (point >> 6 & 0x3F));
      text += static_cast<char>(0x80 | (point & 0x3F));
    }
  }
  return text;
}

rc::Gen<std::string> any_text() {
  auto code_point = rc::gen::inRange<char32_t>(1, 0xD800);
  return rc::gen::map(rc::gen::container<std::vector<char32_t>>(code_point), utf8_of);
}

rc::Gen<Json> any_json(int depth) {
  auto scalar = rc::gen::oneOf(
      rc::gen::just(Json()), rc::gen::map(rc::gen::arbitrary<bool>(), [](bool value) { return Json(value); }),
      rc::gen::map(rc::gen::arbitrary<std::int64_t>(), [](std::int64_t value) { return Json(value); }),
      rc::gen::map(rc::gen::arbitrary<double>(), [](double value) { return Json(value); }),
      rc::gen::map(any_text(), [](std::string const& value) { return Json(value); }));
  if (depth == 0) return scalar;
  auto member = rc::gen::scale(0.5, any_json(depth - 1));
  return rc::gen::oneOf(scalar,
                        rc::gen::map(rc::gen::container<std::vector<Json>>(member),
                                     [](auto const& members) { return Json(members); }),
                        rc::gen::map(rc::gen::container<std::map<std::string, Json>>(any_text(), member),
                                     [](auto const& members) { return Json(members); }));
}

bool is_refused(std::string const& text) {
  try {
    parse_json(text);
    return false;
  } catch (MalformedJson const&) {
    return true;
  }
}

TEST(StrictJsonProperty, WhatIsDumpedIsReadBackTheSame) {
  EXPECT_TRUE(rc::check([] {
    Json document = *any_json(4);
    RC_ASSERT(parse_json(document.dump()) == document);
    RC_ASSERT(parse_json(document.dump(2)) == document);
    RC_ASSERT(parse_json(document.dump(-1, ' ', true)) == document);
  }));
}

TEST(StrictJsonProperty, TextAfterADocumentIsRefused) {
  EXPECT_TRUE(rc::check([] {
    std::string document = (*any_json(3)).dump();
    RC_ASSERT(is_refused(document + " x"));
    RC_ASSERT(is_refused(document + std::string(1, '\0')));
    RC_ASSERT(is_refused("[" + document));
  }));
}

TEST(StrictJsonProperty, ARepeatedKeyIsRefusedWhateverItsNameAndValues) {
  EXPECT_TRUE(rc::check([] {
    std::string key = Json(*any_text()).dump();
    std::string text =
        "{" + key + ":" + (*any_json(2)).dump() + "," + key + ":" + (*any_json(2)).dump() + "}";
    RC_ASSERT(is_refused(text));
  }));
}

TEST(StrictJsonProperty, ADocumentWithSomeBytesChangedIsReadOrRefusedAndNeverHarms) {
  EXPECT_TRUE(rc::check([] {
    std::string text = (*any_json(4)).dump();
    auto changes = *rc::gen::container<std::vector<std::pair<std::size_t, char>>>(
        rc::gen::pair(rc::gen::arbitrary<std::size_t>(), rc::gen::arbitrary<char>()));
    for (auto [place, byte] : changes) text[place % text.size()] = byte;
    if (is_refused(text)) return;
    Json read = parse_json(text);
    RC_ASSERT(parse_json(read.dump()) == read);
  }));
}

}  // namespace
}  // namespace jalon
