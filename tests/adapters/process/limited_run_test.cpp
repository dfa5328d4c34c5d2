// Programs that are run with little time, memory and output.
#include "adapters/process/limited_run.hpp"

#include <gtest/gtest.h>

#include <system_error>

namespace jalon::process {

using namespace std::chrono_literals;

TEST(LimitedRun, TellsHowAProgramEnded) {
  RunLimits const limits{10s, std::size_t(1) << 30, 1'000};
  auto const cat = run_limited({"/bin/cat"}, "été", limits);
  EXPECT_EQ(cat.how, RunEnd::How::finished);
  EXPECT_EQ(cat.output, "été");
  EXPECT_EQ(run_limited({"/bin/false"}, std::string(1'000'000, 'x'), limits).how, RunEnd::How::failed);
  EXPECT_EQ(run_limited({"/bin/cat"}, std::string(100'000, 'x'), limits).how, RunEnd::How::too_much_output);
  EXPECT_EQ(run_limited({"/usr/bin/tail", "-f", "/dev/null"}, "", {100ms, limits.memory_bytes, 1'000}).how,
            RunEnd::How::too_slow);
  EXPECT_EQ(run_limited({"/usr/bin/env"}, "", limits).output, "LC_ALL=C.UTF-8\nPATH=/usr/bin:/bin\nHOME=/\n");
  EXPECT_THROW(run_limited({"/nowhere/program"}, "", limits), std::system_error);
}

}  // namespace jalon::process
