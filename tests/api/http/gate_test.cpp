#include "api/http/gate.hpp"

#include <gmock/gmock.h>

#include "api/http/body_decoder.hpp"
#include "api/http/refusal.hpp"

namespace jalon::http {
namespace {

using testing::ElementsAre;
using testing::Pair;

Head examined(std::string_view header) {
  return examine(header, Limits{});
}

int status_of(std::string_view header, Limits const& limits = {}) {
  try {
    examine(header, limits);
    return 200;
  } catch (Refusal const& refusal) {
    return refusal.status();
  }
}

int status_with(std::string const& fields) {
  return status_of("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
}

TEST(Gate, AnOrdinaryHeaderIsUnderstood) {
  Head head =
      examined("POST /a?b=c HTTP/1.1\r\nHost: jalon.test:8080\r\nX-Empty:\r\nX-Spaced: \t b c \t\r\n\r\n");
  EXPECT_EQ(head.method, "POST");
  EXPECT_EQ(head.target, "/a?b=c");
  EXPECT_EQ(head.path(), "/a");
  EXPECT_THAT(head.fields,
              ElementsAre(Pair("Host", "jalon.test:8080"), Pair("X-Empty", ""), Pair("X-Spaced", "b c")));
  EXPECT_TRUE(head.keeps_alive);
  EXPECT_FALSE(head.has_body());
}

TEST(Gate, TheLengthOrTheChunksOfTheBodyAreUnderstood) {
  EXPECT_EQ(examined("PUT / HTTP/1.1\r\nHost: a\r\ncontent-LENGTH: 12\r\n\r\n").content_length, 12U);
  EXPECT_TRUE(examined("PUT / HTTP/1.1\r\nHost: a\r\ntransfer-encoding: chunked\r\n\r\n").is_chunked);
}

TEST(Gate, AConnectionIsKeptInHttp11UnlessTheClientSaysClose) {
  EXPECT_FALSE(examined("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n").keeps_alive);
  EXPECT_TRUE(examined("GET / HTTP/1.1\r\nHost: a\r\nConnection: closed, keep-alive\r\n\r\n").keeps_alive);
  EXPECT_FALSE(examined("GET / HTTP/1.0\r\n\r\n").keeps_alive);
}

TEST(Gate, AnUnknownMethodInCapitalsIsLeftToTheHandler) {
  EXPECT_EQ(examined("BREW / HTTP/1.1\r\nHost: a\r\n\r\n").method, "BREW");
  EXPECT_EQ(examined("VERSION-CONTROL / HTTP/1.1\r\nHost: a\r\n\r\n").method, "VERSION-CONTROL");
}

TEST(Gate, TheExpectationOfAContinueIsUnderstoodAndAnyOtherIs417) {
  EXPECT_TRUE(examined("PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\n\r\n").expects_continue);
  EXPECT_FALSE(examined("PUT / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n").expects_continue);
  EXPECT_EQ(status_with("Expect: a-miracle\r\n"), 417);
}

TEST(Gate, AnyByteButTheOrdinaryOnesInTheHeaderIsRefused) {
  for (int byte = 0; byte < 256; ++byte) {
    char character = static_cast<char>(byte);
    bool allowed_in_value = byte == '\t' || (byte >= 0x20 && byte != 0x7F);
    EXPECT_EQ(status_with(std::string("X: a") + character + "b\r\n"), allowed_in_value ? 200 : 400) << byte;
    bool allowed_in_target = byte > 0x20 && byte < 0x7F;
    EXPECT_EQ(status_of(std::string("GET /a") + character + "b HTTP/1.1\r\nHost: a\r\n\r\n"),
              allowed_in_target ? 200 : 400)
        << byte;
    if (byte >= 'A' && byte <= 'Z') continue;
    if (byte == '-') continue;
    EXPECT_EQ(status_of(std::string("GE") + character + "T / HTTP/1.1\r\nHost: a\r\n\r\n"), 400) << byte;
  }
}

TEST(Gate, AFieldNameIsAToken) {
  EXPECT_EQ(status_with("!#$%&'*+-.^_`|~09aZ: x\r\n"), 200);
  for (char const* line : {": x", "a b: x", "a : x", "a\t: x", "a(: x", "a\x80: x", "no colon", "a@b: x"})
    EXPECT_EQ(status_with(std::string(line) + "\r\n"), 400) << line;
}

TEST(Gate, TheHostIsAName) {
  for (char const* host : {"a", "jalon.test", "127.0.0.1:80", "[::1]:8080", "my_host"})
    EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n"), 200) << host;
  for (char const* host : {"", "a b", "a,b", "a/b", "user@a", "a?b", "a#b", "\xC3\xA9", "http://a"})
    EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n"), 400) << host;
}

TEST(Gate, ALengthIsDigitsAndNothingElse) {
  for (char const* length : {"", "+5", "-5", "5,5", "5, 5", "5 5", "0x5", "5.0", "five",
                             "18446744073709551616", "99999999999999999999999999"})
    EXPECT_EQ(status_with("Content-Length: " + std::string(length) + "\r\n"), 400) << length;
  EXPECT_EQ(status_with("Content-Length: 0005\r\n"), 200);
}

TEST(Gate, LeavesTheSizeOfADeclaredBodyToItsDecoder) {
  Limits limits;
  limits.larger_body_paths = {"/import"};
  auto status = [&](std::string const& target, std::uint64_t length) {
    std::string const header =
        "POST " + target + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
    Head const head = examine(header, limits);
    EXPECT_EQ(head.content_length, length);
    try {
      BodyDecoder(header, limits.body_bytes_for(head.path()));
    } catch (Refusal const& refusal) {
      return refusal.status();
    }
    return 200;
  };
  EXPECT_EQ(status("/x", 1024 * 1024), 200);
  EXPECT_EQ(status("/x", 1024 * 1024 + 1), 413);
  EXPECT_EQ(status("/x", 2'000'000'000), 413);
  EXPECT_EQ(status("/x", 18446744073709551615U), 413);
  EXPECT_EQ(status("/import?dry_run=true", 16 * 1024 * 1024), 200);
  EXPECT_EQ(status("/import?dry_run=true", 16 * 1024 * 1024 + 1), 413);
  EXPECT_EQ(status("/import/x", 1024 * 1024 + 1), 413);
}

TEST(Gate, ATargetMayFillItsLimitAndNoMore) {
  auto status = [](std::size_t size) {
    return status_of("GET /" + std::string(size - 1, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n");
  };
  EXPECT_EQ(status(4096), 200);
  EXPECT_EQ(status(4097), 414);
}

TEST(Gate, AHeaderMayFillItsLimitAndNoMore) {
  std::string begin = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
  auto header = [&](std::size_t size) {
    return begin + std::string(size - begin.size() - 4, 'x') + "\r\n\r\n";
  };
  EXPECT_EQ(status_of(header(8192)), 200);
  EXPECT_EQ(status_of(header(8193)), 431);
}

TEST(Gate, OnlyHttp10AndHttp11AreSpoken) {
  for (char const* version :
       {"HTTP/2.0", "HTTP/1.2", "HTTP/0.9", "http/1.1", "HTTP/1.1 ", "HTTP/1", "HTTP/11", ""})
    EXPECT_EQ(status_of("GET / " + std::string(version) + "\r\nHost: a\r\n\r\n"), 400) << version;
  EXPECT_EQ(status_of("GET /\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET  / HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET /  HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(status_of("\r\n\r\n"), 400);
}

TEST(HeaderEnd, IsFoundWhereverTheBytesWereCut) {
  std::string header = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  std::string received = header + "body\r\n\r\n";
  for (std::size_t scanned = 0; scanned < header.size(); ++scanned)
    EXPECT_EQ(header_end(received, scanned), header.size()) << scanned;
  for (std::size_t size = 0; size < header.size(); ++size)
    EXPECT_EQ(header_end(std::string_view(header).substr(0, size), 0), std::nullopt) << size;
}

TEST(HeaderEnd, ABareLineFeedIsRefusedAtOnce) {
  EXPECT_THROW(header_end("GET / HTTP/1.1\n", 0), Refusal);
  EXPECT_THROW(header_end("\n", 0), Refusal);
  EXPECT_THROW(header_end("GET / HTTP/1.1\r\nHost: a\n\r\n", 16), Refusal);
  EXPECT_THROW(header_end("GET / HTTP/1.1\r\n\n", 16), Refusal);
}

}  // namespace
}  // namespace jalon::http
