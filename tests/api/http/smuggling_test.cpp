// S16. What Boost.Beast 1.81 lets through, or another server on the way might frame differently. Each line is
// answered by a 400 and the end of the connection, and neither it nor what hides behind it reaches the
// handler.
#include <gmock/gmock.h>

#include "engine/json/json.hpp"
#include "tests/api/http/running_server.hpp"

namespace jalon::http {
namespace {

using namespace std::string_literals;
using testing::IsEmpty;

struct Attack {
  std::string name;
  std::string bytes;

  friend void PrintTo(Attack const& attack, std::ostream* out) { *out << attack.name; }
};

std::string with_fields(std::string const& fields, std::string const& body = "") {
  return "POST /a HTTP/1.1\r\nHost: jalon.test\r\n" + fields + "\r\n\r\n" + body;
}

std::string with_target(std::string const& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: jalon.test\r\n\r\n";
}

std::string with_method(std::string const& method) {
  return method + " /a HTTP/1.1\r\nHost: jalon.test\r\n\r\n";
}

std::vector<Attack> const attacks = {
    {"GzipThenLength", with_fields("Transfer-Encoding: gzip\r\nContent-Length: 5", "hello")},
    {"GzipAlone", with_fields("Transfer-Encoding: gzip")},
    {"Identity", with_fields("Transfer-Encoding: identity")},
    {"Xchunked", with_fields("Transfer-Encoding: xchunked", "0\r\n\r\n")},
    {"ChunkedThenIdentity", with_fields("Transfer-Encoding: chunked, identity", "0\r\n\r\n")},
    {"IdentityThenChunked", with_fields("Transfer-Encoding: identity, chunked", "0\r\n\r\n")},
    {"GzipThenChunked", with_fields("Transfer-Encoding: gzip, chunked", "0\r\n\r\n")},
    {"ChunkedTwice", with_fields("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "0\r\n\r\n")},
    {"ChunkedTwiceInAList", with_fields("Transfer-Encoding: chunked, chunked", "0\r\n\r\n")},
    {"ChunkedWithParameter", with_fields("Transfer-Encoding: chunked;q=1", "0\r\n\r\n")},
    {"ChunkedInCapitals", with_fields("Transfer-Encoding: CHUNKED", "0\r\n\r\n")},
    {"ChunkedQuoted", with_fields("Transfer-Encoding: \"chunked\"", "0\r\n\r\n")},
    {"EmptyTransferEncoding", with_fields("Transfer-Encoding:", "0\r\n\r\n")},
    {"VerticalTabBeforeChunked", with_fields("Transfer-Encoding: \x0b"s + "chunked", "0\r\n\r\n")},
    {"ChunkedInHttp10",
     "POST /a HTTP/1.0\r\nHost: jalon.test\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {"LengthThenChunked", with_fields("Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n")},
    {"ChunkedThenLength", with_fields("Transfer-Encoding: chunked\r\nContent-Length: 5", "0\r\n\r\n")},
    {"TwoEqualLengths", with_fields("Content-Length: 5\r\nContent-Length: 5", "hello")},
    {"TwoDifferentLengths", with_fields("Content-Length: 5\r\nContent-Length: 6", "hello!")},
    {"LengthsInAList", with_fields("Content-Length: 5, 5", "hello")},
    {"LengthWithPlus", with_fields("Content-Length: +5", "hello")},
    {"LengthWithMinus", with_fields("Content-Length: -5", "hello")},
    {"LengthTooLongToCount", with_fields("Content-Length: 99999999999999999999", "hello")},
    {"LengthInHexadecimal", with_fields("Content-Length: 0x5", "hello")},
    {"EmptyLength", with_fields("Content-Length:")},
    {"FoldedField", with_fields("X: a\r\n b")},
    {"FoldedFieldWithTab", with_fields("X: a\r\n\tb")},
    {"FoldedTransferEncoding", with_fields("Transfer-Encoding:\r\n chunked", "0\r\n\r\n")},
    {"FoldBeforeTheFirstField", "GET /a HTTP/1.1\r\n Host: jalon.test\r\n\r\n"},
    {"NoHost", "GET /a HTTP/1.1\r\nX: y\r\n\r\n"},
    {"TwoHosts", with_fields("Host: evil.test")},
    {"TwoHostsInHttp10", "GET /a HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"},
    {"TwoHostsInAList", "GET /a HTTP/1.1\r\nHost: a, b\r\n\r\n"},
    {"EmptyHost", "GET /a HTTP/1.1\r\nHost:\r\n\r\n"},
    {"AbsoluteTarget", with_target("http://evil.test/a")},
    {"AuthorityTarget", with_target("evil.test:443")},
    {"AsteriskTarget", "OPTIONS * HTTP/1.1\r\nHost: jalon.test\r\n\r\n"},
    {"RelativeTarget", with_target("a")},
    {"TargetInLatin1", with_target("/\xE9t\xE9")},
    {"TargetInUtf8", with_target("/\xC3\xA9t\xC3\xA9")},
    {"TargetWithFragment", with_target("/a#b")},
    {"TargetWithTab", with_target("/a\tb")},
    {"TargetWithSpace", with_target("/a b")},
    {"DotsThenEncodedSlash", with_target("/..%2f")},
    {"EncodedDotsAndSlash", with_target("/%2e%2e%2fetc%2fpasswd")},
    {"DotSegment", with_target("/a/./b")},
    {"DotDotSegment", with_target("/a/../b")},
    {"EncodedDotDotSegment", with_target("/a/%2E%2e/b")},
    {"EncodedBackslash", with_target("/a%5cb")},
    {"EncodedNul", with_target("/a%00.html")},
    {"EncodedNulInTheQuery", with_target("/a?q=%00")},
    {"EncodedLineBreak", with_target("/a%0d%0aX:%20y")},
    {"BrokenPercentEncoding", with_target("/a%zz")},
    {"CutPercentEncoding", with_target("/a%2")},
    {"BrokenPercentEncodingInTheQuery", with_target("/a?q=%")},
    {"OverlongUtf8", with_target("/%c0%ae%c0%ae/a")},
    {"MethodInLowerCase", with_method("get")},
    {"MethodInMixedCase", with_method("Get")},
    {"MethodWithDigit", with_method("GET2")},
    {"MethodWithOddToken", with_method("GET|POST")},
    {"MethodTooLong", with_method(std::string(200, 'A'))},
    {"EmptyMethod", with_method("")},
    {"Trace", with_method("TRACE")},
    {"Connect", "CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n\r\n"},
    {"ChunkExtension", chunked_post("5;a=b\r\nhello\r\n0\r\n\r\n")},
    {"ChunkExtensionWithoutValue", chunked_post("5;a\r\nhello\r\n0\r\n\r\n")},
    {"ExtensionOfTheLastChunk", chunked_post("5\r\nhello\r\n0;a=b\r\n\r\n")},
    {"SpaceAfterTheChunkSize", chunked_post("5 \r\nhello\r\n0\r\n\r\n")},
    {"ChunkLineThatDoesNotEnd", chunked_post("5;" + std::string(5000, 'a'))},
    {"Trailer", chunked_post("5\r\nhello\r\n0\r\nX: y\r\n\r\n")},
    {"TrailerThatFrames", chunked_post("5\r\nhello\r\n0\r\nContent-Length: 5\r\n\r\n")},
    {"ChunkSizeTooLongToCount", chunked_post("10000000000000000\r\nhello\r\n0\r\n\r\n")},
    {"ChunkSizeWithSign", chunked_post("+5\r\nhello\r\n0\r\n\r\n")},
    {"ChunkLongerThanItSays", chunked_post("4\r\nhello\r\n0\r\n\r\n")},
    {"ChunkWithBareLineFeed", chunked_post("5\nhello\n0\n\n")},
    {"NulInAValue", with_fields("X: a\0b"s)},
    {"NulInAName", with_fields("X\0: a"s)},
    {"NulInTheTarget", with_target("/a\0b"s)},
    {"ControlCharacterInAValue", with_fields("X: a\x01z")},
    {"DeleteInAValue", with_fields("X: a\x7Fz")},
    {"CarriageReturnInAValue", with_fields("X: a\rb")},
    {"BareLineFeeds", "GET /a HTTP/1.1\nHost: jalon.test\n\n"},
    {"BareLineFeedAfterAField", "GET /a HTTP/1.1\r\nHost: jalon.test\nX: y\r\n\r\n"},
    {"SpaceBeforeTheColon", with_fields("Content-Length : 5", "hello")},
    {"FieldWithoutColon", with_fields("Content-Length")},
    {"FieldWithoutName", with_fields(": x")},
    {"FieldNameNotAToken", with_fields("Content Length: 5")},
    {"Http09", "GET /a\r\n\r\n"},
    {"Http2Preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
    {"HttpInLowerCase", "GET /a http/1.1\r\nHost: jalon.test\r\n\r\n"},
    {"TwoSpacesInTheRequestLine", "GET  /a HTTP/1.1\r\nHost: jalon.test\r\n\r\n"},
    {"SpaceAfterTheVersion", "GET /a HTTP/1.1 \r\nHost: jalon.test\r\n\r\n"},
    {"EmptyLineFirst", "\r\nGET /a HTTP/1.1\r\nHost: jalon.test\r\n\r\n"},
    {"TlsHello", "\x16\x03\x01\x02\r\n\r\n"s},
};

class Smuggling : public testing::TestWithParam<Attack> {};

TEST_P(Smuggling, IsAnsweredByA400AndTheEndOfTheConnection) {
  RunningServer server;
  RawClient client = server.client();
  client.send(GetParam().bytes + "GET /smuggled HTTP/1.1\r\nHost: jalon.test\r\n\r\n");
  RawAnswer answer = client.answer();
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(answer.headers["connection"], "close");
  EXPECT_EQ(answer.headers["content-type"], "application/problem+json");
  EXPECT_EQ(answer.headers["x-content-type-options"], "nosniff");
  EXPECT_EQ(answer.headers["cache-control"], "no-store");
  EXPECT_EQ(Json::parse(answer.body)["type"], "/problems/malformed");
  client.end_sending();
  EXPECT_EQ(client.rest(), "");
  EXPECT_THAT(server.asked(), IsEmpty());
}

auto const name_of = [](auto const& attack) { return attack.param.name; };
INSTANTIATE_TEST_SUITE_P(Attacks, Smuggling, testing::ValuesIn(attacks), name_of);

}  // namespace
}  // namespace jalon::http
