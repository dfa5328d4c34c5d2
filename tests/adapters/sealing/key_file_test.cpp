#include "adapters/sealing/key_file.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/kit/temporary_folder.hpp"

namespace jalon::sealing {
namespace {

struct KeyFile : testing::Test {
  kit::TemporaryFolder folder;
  std::filesystem::path data = folder.path() / "data", path = data / "sealing.key";

  KeyFile() { std::filesystem::create_directory(data); }
};

}  // namespace

TEST_F(KeyFile, IsReadAsItWasMadeAndByItsOwnerAlone) {
  auto const key = SealingKey::by_chance();
  EXPECT_FALSE(read_key_file(path));
  make_key_file(path, key);
  EXPECT_EQ(read_key_file(path).value().text(), key.text());
  EXPECT_EQ(std::filesystem::status(path).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  auto const files = std::filesystem::directory_iterator(data);
  EXPECT_EQ(std::distance(begin(files), end(files)), 1) << "nothing else is left";
}

TEST_F(KeyFile, IsNeverWrittenOver) {
  auto const key = SealingKey::by_chance();
  make_key_file(path, key);
  EXPECT_THROW(make_key_file(path, SealingKey::by_chance()), std::runtime_error);
  EXPECT_EQ(read_key_file(path).value().text(), key.text());
}

TEST_F(KeyFile, ThatHoldsNoKeyIsRefused) {
  for (auto const* text : {"", "abc\n", "not a key\n"}) {
    std::ofstream(path) << text;
    EXPECT_THROW(read_key_file(path), std::runtime_error) << text;
  }
}

}  // namespace jalon::sealing
