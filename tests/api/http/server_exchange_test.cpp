#include <gmock/gmock.h>

#include <system_error>

#include "engine/json/json.hpp"
#include "tests/api/http/running_server.hpp"

namespace jalon::http {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

TEST(Server, AnswersRequestAfterRequestOnOneConnection) {
  RunningServer server;
  RawClient client = server.client();
  for (int round = 0; round < 100; ++round) {
    std::string body = std::to_string(round);
    RawAnswer answer = client.ask(post("/x", body));
    ASSERT_EQ(answer.status, 200);
    ASSERT_EQ(answer.body, "POST /x " + body);
    ASSERT_EQ(answer.headers.count("connection"), 0U);
  }
}

TEST(Server, AnswersPipelinedRequestsInTheirOrder) {
  RunningServer server;
  RawClient client = server.client();
  std::string all;
  for (int number = 0; number < 500; ++number) all += post("/" + std::to_string(number), "body");
  ASSERT_TRUE(client.send(all));
  for (int number = 0; number < 500; ++number)
    ASSERT_EQ(client.answer().body, "POST /" + std::to_string(number) + " body");
}

TEST(Server, UnderstandsARequestThatComesByteByByte) {
  RunningServer server;
  RawClient client = server.client();
  for (std::string const& request :
       {post("/a", "hello"), chunked_post("5\r\nhello\r\n3\r\n, x\r\n0\r\n\r\n"), chunked_post("0\r\n\r\n")})
    for (char byte : request) client.send(std::string(1, byte));
  EXPECT_EQ(client.answer().body, "POST /a hello");
  EXPECT_EQ(client.answer().body, "POST /x hello, x");
  EXPECT_EQ(client.answer().body, "POST /x ");
}

TEST(Server, HandsTheRequestOverWholeAndDecoded) {
  Request seen;
  RunningServer server({}, 1, [&seen](Request const& request) {
    seen = request;
    return Response{};
  });
  server.client().ask(
      "PATCH /cases/%C3%A9t%C3%A9?q=a+b&q=c HTTP/1.1\r\nHost: jalon.test\r\nX-Thing: One \r\n"
      "Content-Length: 2\r\n\r\n{}");
  EXPECT_EQ(seen.method, "PATCH");
  EXPECT_EQ(seen.path, "/cases/%C3%A9t%C3%A9");
  EXPECT_THAT(seen.segments, ElementsAre("cases", "été"));
  EXPECT_THAT(seen.query, ElementsAre(Pair("q", "a b"), Pair("q", "c")));
  EXPECT_EQ(seen.header("x-thing"), "One");
  EXPECT_EQ(seen.body, "{}");
  EXPECT_EQ(seen.remote_address, "127.0.0.1");
}

TEST(Server, AnswersAHeadAsAGetWithoutItsBody) {
  RunningServer server;
  RawClient client = server.client();
  client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n" + small_request);
  RawAnswer head = client.answer(true);
  RawAnswer get = client.answer();
  EXPECT_EQ(get.body, "GET /x ");
  head.headers.erase("date");
  get.headers.erase("date");
  EXPECT_EQ(head.headers, get.headers);
}

TEST(Server, ClosesWhenTheClientAsksForItAndAfterHttp10) {
  RunningServer server;
  for (char const* request :
       {"GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET /x HTTP/1.0\r\n\r\n"}) {
    RawClient client = server.client();
    RawAnswer answer = client.ask(request);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.headers["connection"], "close");
    EXPECT_EQ(client.rest(), "");
  }
}

TEST(Server, SaysContinueToAClientThatWaitsForIt) {
  RunningServer server;
  RawClient client = server.client();
  client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.answer().status, 100);
  EXPECT_EQ(client.ask("hello").body, "POST /x hello");
}

TEST(Server, DoesNotSayContinueToAClientThatHasNotWaited) {
  RunningServer server;
  RawClient client = server.client();
  RawAnswer answer =
      client.ask("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhello");
  EXPECT_EQ(answer.status, 200);
}

TEST(Server, TurnsAwayTheBodyOfAClientThatWaitsForAContinueBeforeItIsSent) {
  RunningServer server;
  RawClient client = server.client();
  RawAnswer answer =
      client.ask("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000000\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(answer.status, 413);
  client.end_sending();
  EXPECT_EQ(client.rest(), "");
}

TEST(Server, AnExceptionOfTheHandlerIsA500ThatTellsNothingAndTheConnectionLives) {
  RunningServer server({}, 1, [](Request const& request) -> Response {
    if (request.path == "/number") throw 42;
    if (request.path == "/x") return Response{};
    throw std::runtime_error("password of Mme Dupont");
  });
  RawClient client = server.client();
  for (char const* path : {"/text", "/number"}) {
    RawAnswer answer = client.ask(post(path, ""));
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(Json::parse(answer.body)["type"], "/problems/internal");
    EXPECT_EQ(answer.headers["referrer-policy"], "no-referrer");
    EXPECT_THAT(answer.body, Not(HasSubstr("Dupont")));
  }
  EXPECT_EQ(client.ask(small_request).status, 200);
}

TEST(Server, AnAnswerThatWouldSplitTheResponseIsA500) {
  RunningServer server({}, 1, [](Request const&) {
    Response response;
    response.headers.emplace_back("Location", "/a\r\nSet-Cookie: x=1");
    return response;
  });
  RawAnswer answer = server.client().ask(small_request);
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.headers.count("set-cookie"), 0U);
}

TEST(Server, TellsTheListenerWhatFailed) {
  std::string told;
  Options options;
  options.port = 0;
  options.on_failure = [&told](Request const& request, std::exception_ptr failure) {
    try {
      std::rethrow_exception(failure);
    } catch (std::runtime_error const& error) {
      told = request.path + " " + error.what();
    }
    throw std::runtime_error("the log is full");
  };
  Server server(options, [](Request const&) -> Response { throw std::runtime_error("why"); });
  server.start();
  EXPECT_EQ(RawClient(server.port()).ask(small_request).status, 500);
  EXPECT_EQ(told, "/x why");
}

TEST(Server, CarriesLargeBodiesBothWays) {
  Limits limits;
  limits.larger_body_paths = {"/import"};
  RunningServer server(limits);
  std::string body(16 * 1024 * 1024, 'x');
  RawClient client = server.client();
  RawAnswer answer = client.ask(post("/import", body));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "POST /import " + body);
}

TEST(Server, ThatCannotBindSaysWhere) {
  RunningServer first;
  Options options;
  options.port = first.port();
  Server second(options, RunningServer::echo);
  try {
    second.start();
    FAIL() << "two servers on one port";
  } catch (std::system_error const& error) {
    EXPECT_EQ(error.code(), std::errc::address_in_use);
    EXPECT_THAT(error.what(), HasSubstr("127.0.0.1:" + std::to_string(first.port())));
  }
}

TEST(Server, RefusesAnAddressThatIsNone) {
  Options options;
  options.address = "nowhere";
  Server server(options, RunningServer::echo);
  EXPECT_THROW(server.start(), std::system_error);
}

}  // namespace
}  // namespace jalon::http
