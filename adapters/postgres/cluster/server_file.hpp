#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>

namespace jalon::postgres {

/// What a running PostgreSQL says of itself in `postmaster.pid`.
struct ServerFile {
  pid_t process = 0;
  std::filesystem::path socket_folder;
  /// It accepts connections.
  bool ready = false;
};

std::optional<ServerFile> read_server_file(std::filesystem::path const& cluster);

/// Whether `process` is alive and works in this very cluster, and is not another program that got the
/// number of a dead one.
bool is_server_of(pid_t process, std::filesystem::path const& cluster);

/// Clears the way for a new PostgreSQL: stops one that a killed run left behind (fast shutdown, and after
/// 30 s an immediate one) and removes the file of one that is dead. The caller holds the owner lock.
/// Throws ClusterError when the old one will not go.
void stop_leftover_server(std::filesystem::path const& cluster);

}  // namespace jalon::postgres
