#include "api/commands/files.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "api/commands/options.hpp"

namespace jalon::commands {

std::string read_file(std::string const& path) {
  constexpr std::uintmax_t most_bytes = 16 * 1024 * 1024;
  std::error_code failure;
  auto const size = std::filesystem::file_size(path, failure);
  if (failure) throw CommandFailed("Le fichier « " + path + " » ne se lit pas.");
  if (size > most_bytes) throw CommandFailed("Le fichier « " + path + " » dépasse 16 Mio.");
  std::ifstream file(path, std::ios::binary);
  if (!file) throw CommandFailed("Le fichier « " + path + " » ne se lit pas.");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_file(std::string const& path, std::string const& content) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << content;
  if (!file.flush()) throw CommandFailed("Le fichier « " + path + " » ne peut pas être écrit.");
}

}  // namespace jalon::commands
