#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "adapters/postgres/cluster/data_folder.hpp"
#include "adapters/postgres/cluster/postmaster.hpp"

namespace jalon::postgres {

/// Makes the cluster where there is none, clears away what a killed run left, starts PostgreSQL with its
/// socket in `socket_folder` and sees that the role and the database `jalon` exist. The caller holds the
/// owner lock. Throws ClusterError.
std::unique_ptr<Postmaster> start_postgresql(DataFolder const& folder,
                                             std::filesystem::path const& socket_folder);

/// Where the running PostgreSQL of the folder listens; nothing while it is starting or stopping.
std::optional<std::filesystem::path> running_socket(DataFolder const& folder);

/// The connection string of a role on a database over the socket, quoted as libpq wants it.
std::string connection_over(std::filesystem::path const& socket_folder, char const* role,
                            char const* database);

}  // namespace jalon::postgres
