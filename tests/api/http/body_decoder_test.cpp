#include "api/http/body_decoder.hpp"

#include <gtest/gtest.h>

#include "api/http/refusal.hpp"

namespace jalon::http {
namespace {

constexpr std::uint64_t limit_bytes = 100;
constexpr char const* chunked_header = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

struct Decoded {
  bool is_done = false;
  std::string body;
  std::string left;
};

// Feeds `bytes` in pieces of `step_bytes`, as a network might cut them.
Decoded decode(std::string const& header, std::string const& bytes, std::size_t step_bytes) {
  BodyDecoder decoder(header, limit_bytes);
  std::string pending;
  std::size_t fed = 0;
  while (!decoder.is_done() && fed < bytes.size()) {
    pending += bytes.substr(fed, step_bytes);
    fed += std::min(step_bytes, bytes.size() - fed);
    pending.erase(0, decoder.put(pending));
  }
  Decoded decoded{decoder.is_done(), {}, pending + bytes.substr(fed)};
  if (decoded.is_done) decoded.body = decoder.take_body();
  return decoded;
}

int status_of_chunks(std::string const& chunks) {
  try {
    return decode(chunked_header, chunks, chunks.size()).is_done ? 200 : 100;
  } catch (Refusal const& refusal) {
    return refusal.status();
  }
}

TEST(BodyDecoder, ARequestWithoutBodyIsDoneAtOnce) {
  EXPECT_TRUE(BodyDecoder("GET / HTTP/1.1\r\nHost: a\r\n\r\n", limit_bytes).is_done());
  EXPECT_TRUE(BodyDecoder("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", limit_bytes).is_done());
}

TEST(BodyDecoder, ABodyOfKnownLengthIsCollectedHoweverItIsCutAndWhatFollowsIsLeft) {
  std::string header = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n";
  for (std::size_t step = 1; step < 20; ++step) {
    Decoded decoded = decode(header, "hello worldGET /", step);
    EXPECT_EQ(decoded.body, "hello world") << step;
    EXPECT_EQ(decoded.left, "GET /") << step;
  }
}

TEST(BodyDecoder, ChunksAreJoinedHoweverTheyAreCutAndWhatFollowsIsLeft) {
  for (std::size_t step = 1; step < 40; ++step) {
    Decoded decoded =
        decode(chunked_header, "5\r\nhello\r\n006\r\n world\r\nA\r\n0123456789\r\n0\r\n\r\nGET /", step);
    EXPECT_EQ(decoded.body, "hello world0123456789") << step;
    EXPECT_EQ(decoded.left, "GET /") << step;
  }
}

TEST(BodyDecoder, AnEmptyChunkedBodyCutAnywhereDoesNoHarm) {
  for (std::size_t step = 1; step < 6; ++step)
    EXPECT_TRUE(decode(chunked_header, "0\r\n\r\n", step).is_done) << step;
}

TEST(BodyDecoder, ChunksMayFillTheLimitAndNoMore) {
  EXPECT_EQ(status_of_chunks("64\r\n" + std::string(100, 'x') + "\r\n0\r\n\r\n"), 200);
  EXPECT_EQ(status_of_chunks("65\r\n"), 413);
  EXPECT_EQ(status_of_chunks("64\r\n" + std::string(100, 'x') + "\r\n1\r\n"), 413);
  EXPECT_EQ(status_of_chunks("100000\r\n"), 413);
  EXPECT_EQ(status_of_chunks("ffffffffffffffff\r\n"), 413);
}

TEST(BodyDecoder, ChunkExtensionsAreRefused) {
  for (char const* line : {"5;a=b", "5;a", "5;", "5 ;a", "5;a=\"b\"", "5 ", "5\t", "5;a=\"\r\n\"", "5 a"})
    EXPECT_EQ(status_of_chunks(std::string(line) + "\r\nhello\r\n0\r\n\r\n"), 400) << line;
  EXPECT_EQ(status_of_chunks("0;a=b\r\n\r\n"), 400);
  EXPECT_EQ(status_of_chunks("5\r\nhello\r\n0;a\r\n\r\n"), 400);
}

TEST(BodyDecoder, TrailersAreRefused) {
  EXPECT_EQ(status_of_chunks("0\r\nX: y\r\n\r\n"), 400);
  EXPECT_EQ(status_of_chunks("5\r\nhello\r\n0\r\nContent-Length: 5\r\n\r\n"), 400);
  EXPECT_EQ(status_of_chunks("0\r\nHost: b\r\nX: y\r\n\r\n"), 400);
}

TEST(BodyDecoder, BrokenChunksAreRefused) {
  for (char const* chunks :
       {"x\r\n", "-5\r\nhello\r\n", "+5\r\nhello\r\n", "0x5\r\nhello\r\n0\r\n\r\n", " 5\r\nhello\r\n", "\r\n",
        "5\nhello\r\n0\r\n\r\n", "5\r\nhelloworld\r\n0\r\n\r\n", "5\r\nhello0\r\n\r\n",
        "10000000000000000\r\n", "5\r\nhello\n0\r\n\r\n"})
    EXPECT_EQ(status_of_chunks(chunks), 400) << chunks;
}

TEST(BodyDecoder, AChunkLineThatNeverEndsIsRefusedLongBeforeItFillsTheMemory) {
  EXPECT_EQ(status_of_chunks(std::string(1000, '0')), 400);
  EXPECT_EQ(status_of_chunks("5;" + std::string(1000, 'a')), 400);
  EXPECT_EQ(status_of_chunks("0\r\nX: " + std::string(1000, 'a')), 400);
}

}  // namespace
}  // namespace jalon::http
