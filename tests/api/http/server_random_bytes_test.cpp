// Random bytes, and good requests with random damage. The server must answer each connection or close it, and
// still work afterwards. Another seed: JALON_TEST_SEED.
#include <gtest/gtest.h>

#include <random>

#include "tests/api/http/running_server.hpp"

namespace jalon::http {
namespace {

using namespace std::string_literals;

class RandomBytes : public testing::Test {
 protected:
  RandomBytes() : random_(seed()) {}

  static std::uint64_t seed() {
    char const* given = std::getenv("JALON_TEST_SEED");
    std::uint64_t chosen = given != nullptr ? std::stoull(given) : std::random_device{}();
    std::cout << "JALON_TEST_SEED=" << chosen << std::endl;
    return chosen;
  }

  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }

  std::string noise(std::size_t size) {
    std::string bytes(size, '\0');
    for (char& byte : bytes) byte = static_cast<char>(below(256));
    return bytes;
  }

  std::string damaged(std::string bytes) {
    static std::string const telling = "\r\n\t :;,/%.?#0159aAzZ\0\x7F\xFF"s;
    for (std::size_t change = 0; change <= below(4); ++change) {
      std::size_t place = below(bytes.size());
      switch (below(4)) {
        case 0:
          bytes[place] = telling[below(telling.size())];
          break;
        case 1:
          bytes.insert(place, 1, telling[below(telling.size())]);
          break;
        case 2:
          bytes.erase(place, 1 + below(3));
          break;
        case 3:
          bytes.insert(place, bytes.substr(below(bytes.size()), below(40)));
          break;
      }
      if (bytes.empty()) bytes = " ";
    }
    return bytes;
  }

  // Sends in a few pieces and waits for the end; what comes must look like answers of ours.
  void exchange(RunningServer& server, std::string const& bytes) {
    RawClient client = server.client();
    std::size_t cut = below(bytes.size() + 1);
    client.send(std::string_view(bytes).substr(0, cut));
    client.send(std::string_view(bytes).substr(cut));
    client.end_sending();
    std::string received = client.rest();
    ASSERT_TRUE(received.empty() || received.starts_with("HTTP/1.1 ")) << testing::PrintToString(bytes);
  }

  std::mt19937_64 random_;
};

TEST_F(RandomBytes, OfAnyKindDoNoHarm) {
  RunningServer server;
  for (int round = 0; round < 2000; ++round) {
    exchange(server, noise(1 + below(300)));
    if (HasFatalFailure()) return;
  }
  EXPECT_EQ(server.client().ask(small_request).status, 200);
}

TEST_F(RandomBytes, InGoodRequestsDoNoHarm) {
  std::string const good[] = {
      small_request, post("/a/b?c=d%20e", "hello"), chunked_post("5\r\nhello\r\n0\r\n\r\n"),
      small_request + post("/x", "abc") + chunked_post("3\r\nabc\r\n0\r\n\r\n"),
      "PUT /x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc"};
  RunningServer server;
  for (int round = 0; round < 4000; ++round) {
    exchange(server, damaged(good[below(std::size(good))]));
    if (HasFatalFailure()) return;
  }
  EXPECT_EQ(server.client().ask(small_request).status, 200);
}

}  // namespace
}  // namespace jalon::http
