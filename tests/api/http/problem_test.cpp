#include "api/http/problem.hpp"

#include <gtest/gtest.h>

#include "api/http/refusal.hpp"

namespace jalon::http {
namespace {

TEST(Problem, HasATypeATitleAStatusAndWhatIsGivenBeside) {
  Response response =
      problem(422, "refused", "Demande refusée", {{"blocked_by", {{{"guard", "seat_free"}}}}});
  EXPECT_EQ(response.status, 422);
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_EQ(Json::parse(response.body), (Json{{"type", "/problems/refused"},
                                              {"title", "Demande refusée"},
                                              {"status", 422},
                                              {"blocked_by", {{{"guard", "seat_free"}}}}}));
}

TEST(Problem, ItsOwnMembersAreNotReplacedByWhatIsGivenBeside) {
  Json document = Json::parse(problem(404, "no_such_case", "Dossier introuvable", {{"status", 200}}).body);
  EXPECT_EQ(document["status"], 404);
}

TEST(Problem, BadUtf8InItIsReplacedAndDoesNotThrow) {
  Json document = Json::parse(problem(400, "malformed", "a", {{"detail", "\xE9"}}).body);
  EXPECT_EQ(document["detail"], "\xEF\xBF\xBD");
}

TEST(Refusal, IsAProblemNamedByItsStatus) {
  std::pair<int, char const*> const expected[] = {
      {400, "malformed"}, {408, "timeout"},   {413, "too_large"},
      {414, "too_large"}, {431, "too_large"}, {417, "expectation_failed"},
      {429, "throttled"}, {500, "internal"},  {503, "unavailable"}};
  for (auto [status, name] : expected) {
    Response response = Refusal(status, "Parce que.").response();
    Json document = Json::parse(response.body);
    EXPECT_EQ(response.status, status);
    EXPECT_EQ(document["type"], std::string("/problems/") + name);
    EXPECT_EQ(document["detail"], "Parce que.");
  }
}

}  // namespace
}  // namespace jalon::http
