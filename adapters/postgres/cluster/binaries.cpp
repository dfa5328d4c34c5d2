#include "adapters/postgres/cluster/binaries.hpp"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/postgres/cluster/child_process.hpp"
#include "adapters/postgres/cluster/cluster_error.hpp"

namespace jalon::postgres {
namespace {

namespace fs = std::filesystem;

int leading_number(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool has_programs(fs::path const& folder) {
  return access((folder / "postgres").c_str(), X_OK) == 0 && access((folder / "initdb").c_str(), X_OK) == 0;
}

// "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
int version_of(fs::path const& folder) {
  auto const answer = run(Command{{(folder / "postgres").string(), "--version"}, Account{}});
  auto const mark = answer.output.find("(PostgreSQL) ");
  if (!answer.succeeded || mark == std::string::npos) {
    return 0;
  }
  return leading_number(std::string_view(answer.output).substr(mark + 13));
}

std::vector<Binaries> packaged_by_debian() {
  std::vector<Binaries> found;
  std::error_code ignored;
  for (auto const& entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    if (has_programs(entry.path() / "bin")) {
      found.push_back({entry.path() / "bin", leading_number(entry.path().filename().string())});
    }
  }
  return found;
}

std::vector<Binaries> along_path() {
  std::vector<Binaries> found;
  char const* const path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (!folder.empty() && has_programs(folder)) {
      found.push_back({folder, version_of(folder)});
    }
  }
  return found;
}

std::optional<Binaries> best_of(std::vector<Binaries> const& candidates, std::optional<int> wanted) {
  std::optional<Binaries> best;
  for (auto const& candidate : candidates) {
    bool const fits = wanted ? candidate.version == *wanted : candidate.version >= oldest_version;
    if (fits && (!best || candidate.version > best->version)) {
      best = candidate;
    }
  }
  return best;
}

std::string description(std::optional<int> wanted) {
  return wanted ? "PostgreSQL " + std::to_string(*wanted) + " (la version des données existantes)"
                : "PostgreSQL " + std::to_string(oldest_version) + " ou plus récent";
}

Binaries named_by_environment(fs::path const& folder, std::optional<int> wanted) {
  if (has_programs(folder)) {
    if (auto const found = best_of({{folder, version_of(folder)}}, wanted)) {
      return *found;
    }
  }
  throw ClusterError("Le dossier « " + folder.string() +
                     " » désigné par JALON_POSTGRES_BIN ne contient pas " + description(wanted) + ".");
}

}  // namespace

Binaries find_binaries(std::optional<int> wanted) {
  if (char const* const named = std::getenv("JALON_POSTGRES_BIN"); named != nullptr && *named != '\0') {
    return named_by_environment(named, wanted);
  }
  if (auto const found = best_of(packaged_by_debian(), wanted)) {
    return *found;
  }
  if (auto const found = best_of(along_path(), wanted)) {
    return *found;
  }
  throw ClusterError(
      description(wanted) +
      " est introuvable sur cette machine. Installez le paquet « postgresql », désignez le "
      "dossier de ses programmes par JALON_POSTGRES_BIN, ou indiquez une base avec --database.");
}

}  // namespace jalon::postgres
