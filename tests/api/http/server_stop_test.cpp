#include <gtest/gtest.h>

#include <thread>

#include "tests/api/http/running_server.hpp"

namespace jalon::http {
namespace {

using namespace std::chrono_literals;

TEST(ServerStop, ARequestThatRunsGetsItsAnswerAndIdleConnectionsEndAtOnce) {
  Barrier barrier;
  RunningServer server({}, 2, [&barrier](Request const& request) {
    if (request.path == "/slow") barrier.pass();
    return RunningServer::echo(request);
  });
  RawClient idle = server.client();
  EXPECT_EQ(idle.ask(small_request).status, 200);
  RawClient busy = server.client();
  busy.send(post("/slow", "kept"));
  barrier.wait_for_arrivals(1);

  std::thread stopping([&server] { server.server().stop(); });
  EXPECT_EQ(idle.rest(), "");  // so stop() has begun, and the other is still running
  barrier.open();
  RawAnswer answer = busy.answer();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "POST /slow kept");
  EXPECT_EQ(answer.headers["connection"], "close");
  EXPECT_EQ(busy.rest(), "");
  busy.end_sending();
  stopping.join();
}

TEST(ServerStop, ARequestHalfReceivedMayStillBeFinished) {
  Barrier barrier;
  RunningServer server({}, 2, [&barrier](Request const& request) {
    if (request.path == "/slow") barrier.pass();
    return RunningServer::echo(request);
  });
  RawClient half = server.client();
  half.send("POST /x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
  EXPECT_EQ(half.answer().status, 100);
  RawClient idle = server.client();
  EXPECT_EQ(idle.ask(small_request).status, 200);

  std::thread stopping([&server] { server.server().stop(); });
  EXPECT_EQ(idle.rest(), "");
  EXPECT_EQ(half.ask("hello").body, "POST /x hello");
  half.end_sending();
  stopping.join();
}

TEST(ServerStop, AcceptsNothingMore) {
  RunningServer server;
  unsigned short port = server.port();
  server.server().stop();
  EXPECT_THROW(RawClient{port}, std::runtime_error);
}

TEST(ServerStop, IsBoundedWhenAClientNeverFinishes) {
  Limits limits;
  limits.stop_time = 50ms;
  RunningServer server(limits);
  RawClient half = server.client();
  half.send("POST /x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
  EXPECT_EQ(half.answer().status, 100);
  server.server().stop();
  EXPECT_EQ(half.rest(), "");
}

TEST(ServerStop, DropsWhatWaitsForAWorkerWhenItsTimeIsOverAndLetsWhatRunsReturn) {
  Limits limits;
  limits.stop_time = 50ms;
  Barrier barrier;
  RunningServer server(limits, 1, [&barrier](Request const&) {
    barrier.pass();
    return Response{};
  });
  RawClient running = server.client();
  running.send(small_request);
  barrier.wait_for_arrivals(1);
  RawClient waiting = server.client();
  waiting.send("POST /x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
  EXPECT_EQ(waiting.answer().status, 100);
  waiting.send("hello");
  std::thread stopping([&server] { server.server().stop(); });
  EXPECT_FALSE(waiting.has_news_within(100));  // longer than stop_time: the worker is still held
  barrier.open();
  stopping.join();
  EXPECT_EQ(running.rest(), "");
  EXPECT_EQ(waiting.rest(), "");
}

TEST(ServerStop, MayBeRepeatedAndTheServerStartedAgain) {
  Options options;
  options.port = 0;
  Server server(options, RunningServer::echo);
  server.stop();
  for (int round = 0; round < 5; ++round) {
    server.start();
    EXPECT_EQ(RawClient(server.port()).ask(small_request).status, 200);
    server.stop();
    server.stop();
  }
}

TEST(ServerStop, InTheMiddleOfALoadLosesNoAnswerThatWasBegun) {
  for (int round = 0; round < 20; ++round) {
    RunningServer server;
    std::vector<std::thread> clients;
    std::atomic<int> answered = 0;
    for (int number = 0; number < 4; ++number)
      clients.emplace_back([&answered, client = server.client()]() mutable {
        while (client.send(small_request)) {
          std::string_view expected = "GET /x ";
          try {
            RawAnswer answer = client.answer();
            EXPECT_EQ(answer.body, expected);
            ++answered;
            if (answer.headers.count("connection") > 0) return;
          } catch (std::runtime_error const&) {
            return;
          }
        }
      });
    while (answered < 50) std::this_thread::yield();
    server.server().stop();
    for (std::thread& client : clients) client.join();
  }
}

}  // namespace
}  // namespace jalon::http
