#include "api/http/target.hpp"

#include <gmock/gmock.h>

#include "api/http/refusal.hpp"

namespace jalon::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(Target, APathIsCutIntoDecodedSegments) {
  Target target = parse_target("/api/v1/cases/d%C3%A9j%C3%A0%20vu");
  EXPECT_THAT(target.segments, ElementsAre("api", "v1", "cases", "déjà vu"));
  EXPECT_EQ(target.path, "/api/v1/cases/d%C3%A9j%C3%A0%20vu");
}

TEST(Target, TheRootHasNoSegmentAndATrailingSlashAnEmptyOne) {
  EXPECT_THAT(parse_target("/").segments, IsEmpty());
  EXPECT_THAT(parse_target("/?a=1").segments, IsEmpty());
  EXPECT_THAT(parse_target("/a/").segments, ElementsAre("a", ""));
  EXPECT_THAT(parse_target("//evil").segments, ElementsAre("", "evil"));
}

TEST(Target, APlusIsASpaceInTheQueryAndAPlusInThePath) {
  Target target = parse_target("/a+b?q=marie+curie&p=1%2B1");
  EXPECT_THAT(target.segments, ElementsAre("a+b"));
  EXPECT_THAT(target.query, ElementsAre(Pair("q", "marie curie"), Pair("p", "1+1")));
}

TEST(Target, TheQueryKeepsItsOrderItsRepetitionsAndItsEmptyValues) {
  EXPECT_THAT(parse_target("/?b=2&a=1&b=3&c=&d&&=e").query,
              ElementsAre(Pair("b", "2"), Pair("a", "1"), Pair("b", "3"), Pair("c", ""), Pair("d", ""),
                          Pair("", "e")));
}

TEST(Target, AQueryMayHoldWhatAPathMayNot) {
  EXPECT_THAT(parse_target("/?next=%2Fa%2F..%2Fb&line=a%0Ab").query,
              ElementsAre(Pair("next", "/a/../b"), Pair("line", "a\nb")));
}

TEST(Target, DotsInsideASegmentAreOrdinary) {
  EXPECT_THAT(parse_target("/app.js/..a/.well-known/...").segments,
              ElementsAre("app.js", "..a", ".well-known", "..."));
}

class RefusedTarget : public testing::TestWithParam<char const*> {};

TEST_P(RefusedTarget, IsABadRequest) {
  try {
    parse_target(GetParam());
    FAIL() << "accepted: " << GetParam();
  } catch (Refusal const& refusal) {
    EXPECT_EQ(refusal.status(), 400);
  }
}

INSTANTIATE_TEST_SUITE_P(OtherForms, RefusedTarget,
                         testing::Values("", "*", "x", "http://a/", "https://a/b", "a:80", "?x", "#",
                                         "/a#b"));
INSTANTIATE_TEST_SUITE_P(BrokenEncodings, RefusedTarget,
                         testing::Values("/%", "/%4", "/%zz", "/a%2", "/?q=%", "/?q=%4g", "/?%=1", "/%%",
                                         "/a%u0041"));
INSTANTIATE_TEST_SUITE_P(DotSegments, RefusedTarget,
                         testing::Values("/.", "/..", "/./", "/../", "/./a", "/.//a", "/a/.", "/a/..",
                                         "/a/../b", "/%2e", "/%2E%2e", "/a/.%2e/b", "/%2e%2e/"));
INSTANTIATE_TEST_SUITE_P(HiddenSlashes, RefusedTarget,
                         testing::Values("/..%2f", "/..%2F..%2fetc", "/a%2fb", "/a%5cb", "/a\\b", "/..%5c"));
INSTANTIATE_TEST_SUITE_P(ControlCharacters, RefusedTarget,
                         testing::Values("/a%00", "/%00", "/a%0d%0ab", "/%1f", "/%7f", "/?q=%00", "/?%00=1",
                                         "/a b"));
INSTANTIATE_TEST_SUITE_P(NotUtf8, RefusedTarget,
                         testing::Values("/%ff", "/%c3", "/%c0%af", "/%c0%ae%c0%ae", "/%ed%a0%80",
                                         "/%f4%90%80%80", "/?q=%e9", "/?%80=1", "/\xC3\xA9"));
INSTANTIATE_TEST_SUITE_P(NotOfRfc3986, RefusedTarget,
                         testing::Values("/a<b", "/a>b", "/a\"b", "/a^b", "/a`b", "/a{b}", "/a|b",
                                         "/?q=<script>"));

}  // namespace
}  // namespace jalon::http
