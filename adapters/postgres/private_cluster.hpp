#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "adapters/postgres/cluster/cluster_error.hpp"

namespace jalon::postgres {

/// The PostgreSQL of an establishment that brings none of its own: a cluster in the data folder, reachable
/// over a Unix socket only, that starts and stops with the program.
///
/// Started as root, it runs under another account (`postgres`, or the owner of an existing cluster). The
/// database `jalon` belongs to the role `jalon`, which is not a superuser, so that row-level security
/// applies to it. Whoever reaches the socket is trusted; its folder is closed to all but root and the
/// cluster's account (see cluster/cluster_files.hpp).
///
/// The schema is the migrator's business: every process calls `migrate` after it has its cluster.
class PrivateCluster {
 public:
  /// For the serving process: makes the cluster if there is none, stops the PostgreSQL that a killed run
  /// left behind, starts our own. At most one process serves a folder: a second one is refused, with the
  /// number of the first. Waits up to 30 s for a verb that has the cluster for its own duration.
  /// Throws ClusterError with a French message.
  static std::unique_ptr<PrivateCluster> serve(std::filesystem::path data_dir);

  /// For every other verb: joins the PostgreSQL that runs in the folder, or, when none runs, starts one
  /// for its own duration. Throws ClusterError with a French message.
  static std::unique_ptr<PrivateCluster> join(std::filesystem::path data_dir);

  /// For libpq and libpqxx: role `jalon`, database `jalon`, over the socket.
  std::string connection_string() const;

  /// The same socket, as the superuser `postgres`, for what only it may do (databases, roles). Not for work
  /// on cases: no row-level security holds here.
  std::string administration_connection_string() const;

  /// Stops PostgreSQL (fast shutdown) when it is ours, after those who joined have finished: a verb waits
  /// up to 60 s for them, a server 2 s.
  ~PrivateCluster();

 private:
  struct Parts;
  explicit PrivateCluster(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

/// `/var/lib/jalon` for root; otherwise `jalon` in the user's data home ($XDG_DATA_HOME when it is
/// absolute, else ~/.local/share).
std::filesystem::path default_data_dir();

}  // namespace jalon::postgres
