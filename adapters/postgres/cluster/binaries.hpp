#pragma once

#include <filesystem>
#include <optional>

namespace jalon::postgres {

/// The folder with PostgreSQL's programs, and its major version.
struct Binaries {
  std::filesystem::path folder;
  int version = 0;

  std::filesystem::path postgres() const { return folder / "postgres"; }
  std::filesystem::path initdb() const { return folder / "initdb"; }
};

/// The oldest version of PostgreSQL that Jalon runs on.
inline constexpr int oldest_version = 15;

/// Looks in the folder that the environment variable JALON_POSTGRES_BIN names (and then nowhere else), in
/// /usr/lib/postgresql/*/bin (Debian), then along PATH. `wanted`: the version of an existing cluster, which
/// must be met exactly; without it the newest found is taken. Throws ClusterError when none fits.
Binaries find_binaries(std::optional<int> wanted);

}  // namespace jalon::postgres
