// Programs that are run with little time, memory and output.
#include "adapters/process/limited_run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
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
  EXPECT_THROW(run_limited({"/nowhere/program"}, "", limits), std::system_error);
}

TEST(LimitedRun, GivesABareEnvironmentAndAFolderThatGoesWithTheProgram) {
  RunLimits const limits{10s, std::size_t(1) << 30, 1'000};
  std::string const known = "LC_ALL=C.UTF-8\nPATH=/usr/bin:/bin\nHOME=/\nTMPDIR=";
  auto const said = run_limited({"/usr/bin/env"}, "", limits).output;
  ASSERT_TRUE(said.starts_with(known)) << said;
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 4);
  auto folder = run_limited({"/bin/sh", "-c", "touch $TMPDIR/left; printf $TMPDIR"}, "", limits).output;
  EXPECT_TRUE(folder.starts_with(std::filesystem::temp_directory_path().string())) << folder;
  EXPECT_FALSE(std::filesystem::exists(folder));
}

}  // namespace jalon::process
