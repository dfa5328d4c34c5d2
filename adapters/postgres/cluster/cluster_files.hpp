#pragma once

#include <optional>

#include "adapters/postgres/cluster/binaries.hpp"
#include "adapters/postgres/cluster/data_folder.hpp"

namespace jalon::postgres {

/// The major version of PostgreSQL that made the cluster in the folder; nothing when there is none yet.
/// Throws ClusterError when something that is no cluster stands in its place.
std::optional<int> cluster_version(DataFolder const& folder);

/// Makes the cluster's files: `initdb` with data checksums, UTF-8, locale C.UTF-8 and the superuser
/// `postgres`, then our settings. It works in a folder aside and takes its place by a rename: after a crash
/// there is a whole cluster or none.
///
/// Every connection over the Unix socket is trusted, and there is no other way in: the socket's folder has
/// mode 0700, so that only root and the cluster's account can reach it, and both could read the files
/// themselves. `peer` would shut out a program that runs as root beside a cluster of another account.
void create_cluster_files(DataFolder const& folder, Binaries const& binaries);

}  // namespace jalon::postgres
