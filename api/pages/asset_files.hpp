// The files themselves, put into the program as they are (cmake/pages.cmake).
#pragma once
#include <span>
#include <string_view>

namespace jalon::pages {

struct AssetFile {
  std::string_view name, content;
};

std::span<AssetFile const> asset_files();

}  // namespace jalon::pages
