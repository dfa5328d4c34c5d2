#include <gmock/gmock.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>
#include <stdexcept>

#include "api/http/server.hpp"

namespace jalon::http {
namespace {

std::string logged(Request const& request) {
  std::ostringstream text;
  auto const before = spdlog::default_logger();
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(text)));
  log_failure(request, std::make_exception_ptr(std::runtime_error("private")));
  spdlog::set_default_logger(before);
  return text.str();
}

TEST(FailureLog, NamesTheAddressAndTheKindOfFailure) {
  auto const line = logged({"GET", "/api/v1/cases", {"api", "v1", "cases"}, {}, {}, "", ""});
  EXPECT_THAT(line, ::testing::HasSubstr(R"(path="/api/v1/cases" failure="std::runtime_error")"));
  EXPECT_THAT(line, ::testing::Not(::testing::HasSubstr("private")));
}

TEST(FailureLog, HidesTheSecretOfACalendarFeedHoweverItsAddressIsWritten) {
  for (auto const* path : {"/feeds/jalon_42.ics", "/%66eeds/jalon_42.ics"})
    EXPECT_THAT(
        logged({"GET", path, {"feeds", "jalon_42.ics"}, {}, {}, "", ""}),
        ::testing::AllOf(::testing::HasSubstr("/feeds/"), ::testing::Not(::testing::HasSubstr("jalon_42"))));
}

}  // namespace
}  // namespace jalon::http
