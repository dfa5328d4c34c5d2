// Answers that go on: server-sent events.
#include <gtest/gtest.h>

#include <thread>

#include "api/http/event_stream.hpp"
#include "tests/api/http/running_server.hpp"

namespace jalon::http {
namespace {

using namespace std::chrono_literals;

Limits beating_every(std::chrono::milliseconds heartbeat, std::chrono::milliseconds stream = 60'000ms) {
  Limits limits;
  limits.heartbeat_time = heartbeat, limits.stream_time = stream, limits.stop_time = 60'000ms;
  return limits;
}

class StreamingServer {
 public:
  explicit StreamingServer(Limits limits = {})
      : server_(std::move(limits), 2, [this](Request const&) {
          return Response{200, "text/event-stream", "begin\n", {}, stream};
        }) {}
  RawClient listener() {
    auto client = server_.client();
    client.send(small_request);
    return client;
  }
  Server& server() { return server_.server(); }

  std::shared_ptr<EventStream> const stream = std::make_shared<EventStream>();

 private:
  RunningServer server_;
};

TEST(ServerStream, WhatIsSentArrivesAtOnceAndTheConnectionEndsWithTheStream) {
  StreamingServer server;
  server.stream->send("before anybody listens\n");
  auto client = server.listener();
  auto head = client.answer();
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.headers["content-type"], "text/event-stream");
  EXPECT_EQ(head.headers["connection"], "close");
  EXPECT_EQ(head.headers.count("content-length"), 0U);
  EXPECT_EQ(client.until("listens\n"), "begin\nbefore anybody listens\n");
  server.stream->send("one\n");
  EXPECT_EQ(client.until("one\n"), "one\n");
  std::thread([&] { server.stream->send("two\n"); }).join();
  EXPECT_EQ(client.until("two\n"), "two\n");
  server.stream->end();
  server.stream->send("too late\n");
  EXPECT_EQ(client.rest(), "");
}

TEST(ServerStream, TheServersEndEndsItAtOnce) {
  StreamingServer server(beating_every(60'000ms));
  auto client = server.listener();
  client.until("begin\n");
  server.server().stop();  // hangs where the stream holds it up
  EXPECT_EQ(client.rest(), "");
  EXPECT_TRUE(server.stream->is_over());
}

TEST(ServerStream, ItEndsWhenItsTimeHasPassedAndSaysNowAndThenThatItLives) {
  StreamingServer server(beating_every(20ms, 200ms));
  auto client = server.listener();
  client.until("begin\n");
  auto const rest = client.rest();
  EXPECT_TRUE(rest.starts_with(":\n\n")) << testing::PrintToString(rest);
  EXPECT_TRUE(server.stream->is_over());
}

TEST(ServerStream, AClientThatHasGoneIsNotWaitedFor) {
  StreamingServer server(beating_every(5ms));
  {
    auto client = server.listener();
    client.until("begin\n");
  }
  while (!server.stream->is_over()) std::this_thread::yield();  // the test's own time-out is the limit
}

TEST(ServerStream, AClientThatTakesNothingLosesIt) {
  EventStream stream;
  std::string const much(40 * 1024, 'x');
  stream.send(much);
  EXPECT_FALSE(stream.is_over());
  stream.send(much);
  EXPECT_TRUE(stream.is_over());
}

TEST(ServerStream, OthersAreAnsweredWhileManyListen) {
  StreamingServer server;
  std::vector<RawClient> listeners;
  for (int number = 0; number < 40; ++number) listeners.push_back(server.listener());
  for (auto& listener : listeners) listener.until("begin\n");  // two workers, forty streams
}

}  // namespace
}  // namespace jalon::http
