#include "api/http/answer.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

#include "api/http/http_date.hpp"

namespace jalon::http {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr char const* date = "Sun, 06 Nov 1994 08:49:37 GMT";

Answer rendered(Response response, bool keeps_alive = true, bool is_head = false) {
  return render(std::move(response), {keeps_alive, is_head, date});
}

Response with_header(std::string name, std::string value) {
  Response response;
  response.headers.emplace_back(std::move(name), std::move(value));
  return response;
}

TEST(Answer, IsExactlyThisText) {
  Response response = with_header("ETag", "\"3\"");
  response.status = 201;
  response.body = "{}";
  EXPECT_EQ(
      rendered(response, false).header,
      "HTTP/1.1 201 Created\r\n"
      "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
      "Connection: close\r\n"
      "Content-Type: application/json\r\n"
      "Content-Length: 2\r\n"
      "Content-Security-Policy: default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' "
      "data:; "
      "style-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'\r\n"
      "Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n"
      "X-Content-Type-Options: nosniff\r\n"
      "Referrer-Policy: no-referrer\r\n"
      "Cross-Origin-Opener-Policy: same-origin\r\n"
      "Cross-Origin-Resource-Policy: same-origin\r\n"
      "Permissions-Policy: accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), "
      "fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), "
      "picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), "
      "xr-spatial-tracking=()\r\n"
      "Cache-Control: no-store\r\n"
      "ETag: \"3\"\r\n"
      "\r\n");
  EXPECT_EQ(rendered(response).body, "{}");
}

TEST(Answer, MaySetItsOwnCachingAndContentPolicy) {
  std::string header = rendered(with_header("cache-control", "public, max-age=31536000")).header;
  EXPECT_THAT(header, HasSubstr("public, max-age=31536000"));
  EXPECT_THAT(header, Not(HasSubstr("no-store")));
  header = rendered(with_header("Content-Security-Policy", "sandbox")).header;
  EXPECT_THAT(header, HasSubstr("Content-Security-Policy: sandbox\r\n"));
  EXPECT_THAT(header, Not(HasSubstr("default-src")));
}

TEST(Answer, CannotWeakenTheOtherSecurityHeaders) {
  std::string header = rendered(with_header("referrer-policy", "unsafe-url")).header;
  EXPECT_THAT(header, Not(HasSubstr("unsafe-url")));
  EXPECT_THAT(header, HasSubstr("Referrer-Policy: no-referrer\r\n"));
}

TEST(Answer, WithoutContentHasNoLengthAndNoBody) {
  Response response;
  response.body = "x";
  for (int status : {204, 304}) {
    response.status = status;
    Answer answer = rendered(response);
    EXPECT_THAT(answer.header, Not(HasSubstr("Content-Length")));
    EXPECT_EQ(answer.body, "");
  }
}

TEST(Answer, ToAHeadGivesTheLengthOfTheBodyThatItLeavesOut) {
  Response response;
  response.body = "hello";
  Answer answer = rendered(response, true, true);
  EXPECT_THAT(answer.header, HasSubstr("Content-Length: 5\r\n"));
  EXPECT_EQ(answer.body, "");
}

TEST(Answer, ThatWouldSplitTheResponseIsNeverRendered) {
  for (char const* value : {"a\r\nSet-Cookie: x=1", "a\nb", "a\rb", "\r\n\r\n", "a\x01", "a\x7F"})
    EXPECT_THROW(rendered(with_header("Location", value)), std::invalid_argument) << value;
  EXPECT_THROW(rendered(with_header("Location", std::string("a\0b", 3))), std::invalid_argument);
  for (char const* name : {"", "a b", "a:", "a\r\nb", "é"})
    EXPECT_THROW(rendered(with_header(name, "x")), std::invalid_argument) << name;
  Response response;
  response.body = "x";
  response.content_type = "text/html\r\nX: y";
  EXPECT_THROW(rendered(response), std::invalid_argument);
}

TEST(Answer, CannotSetWhatBelongsToTheServer) {
  for (char const* name :
       {"Content-Length", "transfer-encoding", "Connection", "Date", "Server", "content-type"})
    EXPECT_THROW(rendered(with_header(name, "1")), std::invalid_argument) << name;
}

TEST(Answer, HasAStatusOfHttp) {
  Response response;
  for (int status : {0, 100, 199, 600, -1}) {
    response.status = status;
    EXPECT_THROW(rendered(response), std::invalid_argument) << status;
  }
  response.status = 418;
  EXPECT_THAT(rendered(response).header, StartsWith("HTTP/1.1 418 "));
}

TEST(HttpDate, IsWrittenAsRfc9110SaysAlsoOnALeapDay) {
  using namespace std::chrono;
  EXPECT_EQ(http_date(sys_seconds(seconds(784111777))), date);
  EXPECT_EQ(http_date(sys_days(year(2028) / 2 / 29)), "Tue, 29 Feb 2028 00:00:00 GMT");
}

}  // namespace
}  // namespace jalon::http
