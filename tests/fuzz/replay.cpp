// Plays the files of a folder to a door, without libFuzzer: what was once found, and what reaches far, in
// every check.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/door.hpp"

int main(int count, char** words) {
  if (count != 2) return 2;
  int played = 0;
  for (auto const& entry : std::filesystem::directory_iterator(words[1])) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(file), {}};
    std::printf("%s\n", entry.path().filename().c_str());
    std::fflush(stdout);
    LLVMFuzzerTestOneInput(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size());
    ++played;
  }
  std::printf("%d inputs\n", played);
  return played > 0 ? 0 : 1;
}
