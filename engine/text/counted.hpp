#pragma once
#include <string>

namespace jalon {

// « 1 dossier », « 12 dossiers », « 0 dossier ».
inline std::string counted(std::size_t count, std::string const& one, std::string const& many) {
  return std::to_string(count) + " " + (count < 2 ? one : many);
}

}  // namespace jalon
