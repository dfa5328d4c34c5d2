#include <gmock/gmock.h>

#include <atomic>

#include "api/http/problem.hpp"
#include "engine/json/json.hpp"
#include "tests/api/http/running_server.hpp"

namespace jalon::http {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;

void expect_refusal(RawClient& client, int status, std::string const& name) {
  RawAnswer answer = client.answer();
  EXPECT_EQ(answer.status, status);
  EXPECT_EQ(answer.headers["connection"], "close");
  EXPECT_EQ(answer.headers["content-security-policy"].substr(0, 18), "default-src 'none'");
  EXPECT_EQ(Json::parse(answer.body)["type"], "/problems/" + name);
  client.end_sending();
  EXPECT_EQ(client.rest(), "");
}

std::string header_of(std::size_t size_bytes) {
  std::string begin = "GET /x HTTP/1.1\r\nHost: a\r\nX: ";
  return begin + std::string(size_bytes - begin.size() - 4, 'x') + "\r\n\r\n";
}

// Asks again as long as the server turns the connection away, for ten seconds at most.
int status_once_there_is_room(RunningServer& server) {
  auto end = std::chrono::steady_clock::now() + 10s;
  int status = 429;
  while (status == 429 && std::chrono::steady_clock::now() < end)
    status = server.client().answer_or_turned_away("GET /x HTTP/1.0\r\n\r\n");
  return status;
}

TEST(ServerLimits, AHeaderMayFillEightKibibytesAndNoMore) {
  RunningServer server;
  EXPECT_EQ(server.client().ask(header_of(8192)).status, 200);
  RawClient client = server.client();
  client.send(header_of(8193));
  expect_refusal(client, 431, "too_large");
}

TEST(ServerLimits, AHeaderThatNeverEndsIsRefusedWhenItIsFull) {
  RunningServer server;
  RawClient client = server.client();
  client.send("GET /x HTTP/1.1\r\nHost: a\r\nX: " + std::string(100'000, 'x'));
  expect_refusal(client, 431, "too_large");
}

TEST(ServerLimits, AnAddressThatNeverEndsIsRefusedAsSuch) {
  RunningServer server;
  RawClient client = server.client();
  client.send("GET /" + std::string(100'000, 'x'));
  expect_refusal(client, 414, "too_large");
}

TEST(ServerLimits, AnAddressMayFillFourKibibytesAndNoMore) {
  RunningServer server;
  auto request = [](std::size_t size) {
    return "GET /" + std::string(size - 1, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n";
  };
  EXPECT_EQ(server.client().ask(request(4096)).status, 200);
  RawClient client = server.client();
  client.send(request(4097));
  expect_refusal(client, 414, "too_large");
}

TEST(ServerLimits, ABodyMayFillOneMebibyteAndNoMore) {
  RunningServer server;
  EXPECT_EQ(server.client().ask(post("/x", std::string(1024 * 1024, 'x'))).status, 200);
  RawClient client = server.client();
  client.send(post("/x", std::string(1024 * 1024 + 1, 'x')));
  expect_refusal(client, 413, "too_large");
}

TEST(ServerLimits, ABodyDeclaredTooLargeIsRefusedBeforeItComes) {
  RunningServer server;
  RawClient client = server.client();
  client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000000\r\n\r\n");
  expect_refusal(client, 413, "too_large");
  EXPECT_THAT(server.asked(), IsEmpty());
}

TEST(ServerLimits, WhoeverTheDoorkeeperTurnsAwayHearsThatInsteadOfTheSizeOfTheBody) {
  std::atomic<int> with_a_body = 0;
  RunningServer server({}, 4, RunningServer::echo, [&](Request const& request) -> std::optional<Response> {
    with_a_body += request.body.empty() ? 0 : 1;
    if (request.header("authorization")) return std::nullopt;
    return problem(401, "unauthenticated", "Non identifié");
  });
  std::string const declared = "Content-Length: 2000000000\r\n\r\n";
  std::string const chunked = "Transfer-Encoding: chunked\r\n\r\n" + std::string("fffffff\r\n");
  for (auto const& body : {declared, chunked}) {
    RawClient stranger = server.client(), known = server.client();
    stranger.send("POST /x HTTP/1.1\r\nHost: a\r\n" + body);
    expect_refusal(stranger, 401, "unauthenticated");
    known.send("POST /x HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer t\r\n" + body);
    expect_refusal(known, 413, "too_large");
  }
  EXPECT_EQ(with_a_body, 0);
  EXPECT_THAT(server.asked(), IsEmpty());
}

TEST(ServerLimits, ADoorkeeperThatFailsIsA500) {
  RunningServer server({}, 1, RunningServer::echo, [](Request const&) -> std::optional<Response> {
    throw std::runtime_error("no database");
  });
  RawClient client = server.client();
  client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000000\r\n\r\n");
  expect_refusal(client, 500, "internal");
}

TEST(ServerLimits, ChunksThatAddUpToTooMuchAreRefused) {
  RunningServer server;
  RawClient client = server.client();
  std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
  std::string chunks;
  for (int number = 0; number < 17; ++number) chunks += chunk;
  client.send(chunked_post(chunks));
  expect_refusal(client, 413, "too_large");
}

TEST(ServerLimits, AHeaderThatDoesNotEndInTimeIsA408) {
  Limits limits;
  limits.header_time = 50ms;
  RunningServer server(limits);
  RawClient client = server.client();
  client.send("GET /x HTTP/1.1\r\nHost:");
  expect_refusal(client, 408, "timeout");
}

TEST(ServerLimits, TheTimeOfTheHeaderIsNotProlongedByDrops) {
  Limits limits;
  limits.header_time = 100ms;
  RunningServer server(limits);
  RawClient client = server.client();
  client.send("GET /x HTTP/1.1\r\nX: ");
  while (!client.has_news_within(5)) client.send("x");
  expect_refusal(client, 408, "timeout");
}

TEST(ServerLimits, TheSecondHeaderHasTheSameTimeFromItsFirstByte) {
  Limits limits;
  limits.header_time = 50ms;
  RunningServer server(limits);
  RawClient client = server.client();
  EXPECT_EQ(client.ask(small_request).status, 200);
  client.send("G");
  expect_refusal(client, 408, "timeout");
}

TEST(ServerLimits, ABodyThatDoesNotEndInTimeIsA408) {
  Limits limits;
  limits.body_time = 50ms;
  RunningServer server(limits);
  RawClient client = server.client();
  client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell");
  expect_refusal(client, 408, "timeout");
}

TEST(ServerLimits, TheTimeOfTheBodyIsNotProlongedByDrops) {
  Limits limits;
  limits.body_time = 100ms;
  RunningServer server(limits);
  RawClient client = server.client();
  client.send("POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  while (!client.has_news_within(5)) client.send("1\r\nx\r\n");
  expect_refusal(client, 408, "timeout");
}

TEST(ServerLimits, AConnectionOnWhichNothingBeginsIsClosedWithoutAWord) {
  Limits limits;
  limits.header_time = 50ms;
  RunningServer server(limits);
  EXPECT_EQ(server.client().rest(), "");
}

TEST(ServerLimits, AnIdleConnectionIsClosedWithoutAWord) {
  Limits limits;
  limits.idle_time = 50ms;
  RunningServer server(limits);
  RawClient client = server.client();
  EXPECT_EQ(client.ask(small_request).status, 200);
  EXPECT_EQ(client.rest(), "");
}

TEST(ServerLimits, ASlowHandlerIsNotTakenForASlowClient) {
  Limits limits;
  limits.header_time = limits.body_time = limits.idle_time = 20ms;
  Barrier barrier;
  RunningServer server(limits, 1, [&barrier](Request const&) {
    barrier.pass();
    return Response{};
  });
  RawClient waiting = server.client();
  waiting.send(small_request);
  barrier.wait_for_arrivals(1);
  RawClient idle = server.client();
  EXPECT_EQ(idle.rest(), "");  // its time, as long as any of the other's, has passed
  barrier.open();
  EXPECT_EQ(waiting.answer().status, 200);
}

TEST(ServerLimits, AClientThatDoesNotTakeItsAnswerIsDropped) {
  Limits limits;
  limits.answer_time = 50ms;
  limits.connections_per_address = 1;
  RunningServer server(limits, 1, [](Request const& request) {
    Response response;
    if (request.path == "/large") response.body.assign(32 * 1024 * 1024, 'x');
    return response;
  });
  RawClient slow(server.port(), 4096);
  slow.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(slow.has_news_within(10'000));
  EXPECT_EQ(status_once_there_is_room(server), 200);
  EXPECT_LT(slow.rest().size(), 32U * 1024 * 1024);
}

TEST(ServerLimits, OneAddressHasSoManyConnectionsAndThenA429) {
  Limits limits;
  limits.connections_per_address = 3;
  RunningServer server(limits);
  std::vector<RawClient> clients;
  for (int number = 0; number < 3; ++number) {
    clients.push_back(server.client());
    EXPECT_EQ(clients.back().ask(small_request).status, 200);
  }
  RawClient one_too_many = server.client();
  expect_refusal(one_too_many, 429, "throttled");
  EXPECT_EQ(clients.front().ask(small_request).status, 200);
}

TEST(ServerLimits, APlaceIsFreeAgainWhenItsConnectionHasEnded) {
  Limits limits;
  limits.connections_per_address = 1;
  RunningServer server(limits);
  for (int round = 0; round < 50; ++round) EXPECT_EQ(status_once_there_is_room(server), 200);
}

TEST(ServerLimits, WithAllWorkersBusyAndNoPlaceToWaitARequestIsA503ThatSaysWhenToComeAgain) {
  Limits limits;
  limits.waiting_requests = 1;
  Barrier barrier;
  RunningServer server(limits, 1, [&barrier](Request const&) {
    barrier.pass();
    return Response{};
  });
  std::vector<RawClient> clients;
  for (int number = 0; number < 3; ++number) clients.push_back(server.client());
  clients[0].send(small_request);
  barrier.wait_for_arrivals(1);
  clients[1].send(small_request);
  clients[2].send(small_request);
  while (!clients[1].has_news_within(1) && !clients[2].has_news_within(1)) {
  }
  RawClient& refused = clients[1].has_news_within(0) ? clients[1] : clients[2];
  RawClient& waiting = &refused == &clients[1] ? clients[2] : clients[1];
  RawAnswer answer = refused.answer();
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.headers["retry-after"], "1");
  EXPECT_EQ(Json::parse(answer.body)["type"], "/problems/unavailable");
  barrier.open();
  EXPECT_EQ(clients[0].answer().status, 200);
  EXPECT_EQ(waiting.answer().status, 200);
  EXPECT_EQ(refused.ask(small_request).status, 200);
}

}  // namespace
}  // namespace jalon::http
