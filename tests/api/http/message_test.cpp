#include "api/http/message.hpp"

#include <gtest/gtest.h>

namespace jalon::http {
namespace {

TEST(Request, AHeaderSentTwiceIsJoinedAndCookiesAsCookiesAre) {
  Request request;
  request.headers = {{"accept", "a"}, {"cookie", "x=1"}, {"accept", "b"}, {"cookie", "y=2"}};
  EXPECT_EQ(request.header("accept"), "a, b");
  EXPECT_EQ(request.header("cookie"), "x=1; y=2");
  EXPECT_EQ(request.header("if-match"), std::nullopt);
}

TEST(Request, AQueryValueIsTheFirstOfItsName) {
  Request request;
  request.query = {{"limit", "10"}, {"q", ""}, {"limit", "20"}};
  EXPECT_EQ(request.query_value("limit"), "10");
  EXPECT_EQ(request.query_value("q"), "");
  EXPECT_EQ(request.query_value("cursor"), std::nullopt);
}

}  // namespace
}  // namespace jalon::http
