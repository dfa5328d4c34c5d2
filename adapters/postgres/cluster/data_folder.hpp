#pragma once

#include <filesystem>

#include "adapters/postgres/cluster/account.hpp"

namespace jalon::postgres {

/// The data folder of an establishment that runs on a private cluster, and what lies where in it.
struct DataFolder {
  std::filesystem::path root;
  /// Who runs PostgreSQL here.
  Account account;

  /// PostgreSQL's own files (PGDATA), 0700, property of `account`.
  std::filesystem::path cluster() const { return root / "cluster"; }
  /// What PostgreSQL says while it starts; afterwards it writes to cluster/log, one file per weekday.
  std::filesystem::path start_log() const { return root / "postgresql-start.log"; }

  /// Held by the process that serves.
  std::filesystem::path serve_lock() const { return root / "serve.lock"; }
  /// Held by the process whose child PostgreSQL is: the server, or a verb that found none.
  std::filesystem::path owner_lock() const { return root / "owner.lock"; }
  /// Shared by the verbs that joined; the owner waits for them before it stops PostgreSQL.
  std::filesystem::path joined_lock() const { return root / "joined.lock"; }
};

/// Makes the folder when it is missing and checks that the cluster's account can reach it.
/// Throws ClusterError, and then has changed nothing, naming the folder that bars the way.
DataFolder open_data_folder(std::filesystem::path const& root);

/// The folder for the Unix socket: `socket` inside the data folder, or, when that path would be too long
/// for the kernel (107 bytes) or unfit for a connection string, a folder under /run (root) or /tmp whose
/// name derives from the data folder. It does not exist yet.
std::filesystem::path socket_folder(DataFolder const& folder);

/// Makes `path` a folder of mode 0700 that belongs to the cluster's account. Throws ClusterError when
/// something else, or somebody else's folder, stands there.
void make_private_folder(std::filesystem::path const& path, Account const& account);

}  // namespace jalon::postgres
