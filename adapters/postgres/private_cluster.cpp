#include "adapters/postgres/private_cluster.hpp"

#include <pwd.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <optional>
#include <thread>

#include "adapters/postgres/cluster/cluster_start.hpp"
#include "adapters/postgres/cluster/data_folder.hpp"
#include "adapters/postgres/cluster/folder_lock.hpp"
#include "adapters/postgres/cluster/postmaster.hpp"

namespace jalon::postgres {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// The order matters: PostgreSQL stops before the locks are released.
struct PrivateCluster::Parts {
  DataFolder folder;
  fs::path socket_folder;
  std::optional<FolderLock> serving;
  std::optional<FolderLock> owning;
  std::optional<FolderLock> joined;
  std::unique_ptr<Postmaster> postmaster;
};

namespace {

constexpr auto patience_with_a_verb = 30s;
constexpr auto patience_with_an_owner = 120s;
constexpr auto between_tries = 20ms;

FolderLock take_serving(DataFolder const& folder) {
  if (auto lock = FolderLock::try_take(folder.serve_lock(), FolderLock::Mode::exclusive)) {
    lock->sign();
    return std::move(*lock);
  }
  throw ClusterError("Un serveur Jalon tourne déjà dans le dossier « " + folder.root.string() +
                     " » (processus " + FolderLock::holder(folder.serve_lock()) +
                     "). Arrêtez-le, ou choisissez un autre dossier avec --data-dir.");
}

FolderLock take_owning(DataFolder const& folder) {
  if (auto lock = FolderLock::take(folder.owner_lock(), FolderLock::Mode::exclusive, patience_with_a_verb)) {
    lock->sign();
    return std::move(*lock);
  }
  throw ClusterError("Une autre commande de Jalon (processus " + FolderLock::holder(folder.owner_lock()) +
                     ") utilise le dossier « " + folder.root.string() + " ». Attendez qu'elle se termine.");
}

}  // namespace

std::unique_ptr<PrivateCluster> PrivateCluster::serve(fs::path data_dir) {
  auto parts = std::make_unique<Parts>(Parts{open_data_folder(data_dir), {}, {}, {}, {}, {}});
  parts->serving = take_serving(parts->folder);
  parts->owning = take_owning(parts->folder);
  parts->socket_folder = socket_folder(parts->folder);
  parts->postmaster = start_postgresql(parts->folder, parts->socket_folder);
  return std::unique_ptr<PrivateCluster>(new PrivateCluster(std::move(parts)));
}

std::unique_ptr<PrivateCluster> PrivateCluster::join(fs::path data_dir) {
  auto parts = std::make_unique<Parts>(Parts{open_data_folder(data_dir), {}, {}, {}, {}, {}});
  auto const end = std::chrono::steady_clock::now() + patience_with_an_owner;
  while (std::chrono::steady_clock::now() < end) {
    if ((parts->owning = FolderLock::try_take(parts->folder.owner_lock(), FolderLock::Mode::exclusive))) {
      parts->owning->sign();
      parts->socket_folder = socket_folder(parts->folder);
      parts->postmaster = start_postgresql(parts->folder, parts->socket_folder);
      return std::unique_ptr<PrivateCluster>(new PrivateCluster(std::move(parts)));
    }
    parts->joined = FolderLock::try_take(parts->folder.joined_lock(), FolderLock::Mode::shared);
    if (auto const socket = parts->joined ? running_socket(parts->folder) : std::nullopt) {
      parts->socket_folder = *socket;
      return std::unique_ptr<PrivateCluster>(new PrivateCluster(std::move(parts)));
    }
    parts->joined.reset();
    std::this_thread::sleep_for(between_tries);
  }
  throw ClusterError("L'instance PostgreSQL du dossier « " + parts->folder.root.string() + " » (processus " +
                     FolderLock::holder(parts->folder.owner_lock()) + ") ne répond pas.");
}

PrivateCluster::PrivateCluster(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

std::string PrivateCluster::connection_string() const {
  return connection_over(parts_->socket_folder, "jalon", "jalon");
}

std::string PrivateCluster::administration_connection_string() const {
  return connection_over(parts_->socket_folder, "postgres", "postgres");
}

PrivateCluster::~PrivateCluster() {
  if (!parts_->postmaster) {
    return;
  }
  std::optional<FolderLock> alone;
  try {
    alone = FolderLock::take(parts_->folder.joined_lock(), FolderLock::Mode::exclusive,
                             parts_->serving ? 2s : 60s);
  } catch (ClusterError const&) {  // the lock file is gone: nobody can be waited for
  }
  parts_->postmaster.reset();
  if (parts_->socket_folder.parent_path() != parts_->folder.root) {
    std::error_code ignored;
    fs::remove(parts_->socket_folder, ignored);
  }
}

fs::path default_data_dir() {
  if (geteuid() == 0) {
    return "/var/lib/jalon";
  }
  if (char const* const home = std::getenv("XDG_DATA_HOME"); home != nullptr && *home == '/') {
    return fs::path(home) / "jalon";
  }
  char const* home = std::getenv("HOME");
  if (home == nullptr || *home != '/') {
    auto const* const entry = getpwuid(geteuid());
    home = entry != nullptr ? entry->pw_dir : "/";
  }
  return fs::path(home) / ".local/share/jalon";
}

}  // namespace jalon::postgres
