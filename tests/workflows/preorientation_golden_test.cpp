// F18. A released definition is frozen: running cases were promised what stands in the golden file.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "engine/proof/description.hpp"
#include "tests/kit/engine/cells.hpp"
#include "workflows/registry.hpp"

namespace jalon {

namespace {
constexpr char const* golden_path = "tests/workflows/preorientation.golden.txt";

std::string read_golden() {
  std::ostringstream text;
  text << std::ifstream(golden_path).rdbuf();
  return text.str();
}

// The lines that only one side has, at most forty of them.
std::string differences(std::string const& golden, std::string const& now) {
  auto const old_lines = kit::split(golden, '\n'), new_lines = kit::split(now, '\n');
  std::string text;
  int count = 0;
  auto const list = [&](char const* sign, auto const& lines, auto const& others) {
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (std::count(others.begin(), others.end(), lines[i]) <
              std::count(lines.begin(), lines.end(), lines[i]) &&
          ++count <= 40)
        text += std::string(sign) + " " + std::to_string(i + 1) + ": " + lines[i] + "\n";
  };
  list("-", old_lines, new_lines);
  list("+", new_lines, old_lines);
  return text.empty() ? "(the same lines in another order)\n" : text;
}
}  // namespace

TEST(Preorientation, IsAsItsGoldenFileSays) {
  auto const now = describe(preorientation_definition());
  if (std::getenv("JALON_UPDATE_GOLDEN")) std::ofstream(golden_path) << now;
  auto const golden = read_golden();
  EXPECT_TRUE(golden == now)
      << "The definition of preorientation is no longer what " << golden_path << " says:\n"
      << differences(golden, now)
      << "A released definition is frozen, because cases that run under it were promised it. If version "
      << preorientation_definition().version
      << " has been released, keep it and raise the version in workflows/preorientation.hpp. Then, or if it "
         "has"
         " not, write the file anew and read its diff:\n"
         "    JALON_UPDATE_GOLDEN=1 ctest --test-dir build -R IsAsItsGoldenFileSays";
}

}  // namespace jalon
