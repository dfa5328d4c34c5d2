#include "adapters/postgres/cluster/cluster_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <string_view>

#include "adapters/postgres/cluster/child_process.hpp"
#include "adapters/postgres/cluster/cluster_error.hpp"

namespace jalon::postgres {
namespace {

namespace fs = std::filesystem;

constexpr char const* access_rules = "local all all trust\n";

// For two cores and little memory. What must never be weakened (durability, no network) is not here but on
// the command line of every start: see postmaster.cpp. The log holds no statement and no detail of a
// violated constraint: those quote personal data.
constexpr char const* settings = R"(
# Jalon
max_connections = 100
shared_buffers = 128MB
effective_cache_size = 512MB
work_mem = 8MB
maintenance_work_mem = 64MB
max_wal_size = 1GB
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
logging_collector = on
log_directory = 'log'
log_filename = 'postgresql-%a.log'
log_rotation_age = 1d
log_rotation_size = 0
log_truncate_on_rotation = on
log_line_prefix = '%m [%p] '
log_error_verbosity = terse
log_min_error_statement = panic
)";

void write_through(fs::path const& file, int how, std::string_view text) {
  int const descriptor = open(file.c_str(), O_WRONLY | O_CLOEXEC | how);
  bool const written = descriptor >= 0 &&
                       write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                       fsync(descriptor) == 0;
  close(descriptor);
  if (!written) {
    throw ClusterError("« " + file.string() + " » ne peut pas être écrit : le disque est-il plein ?");
  }
}

// A name of our own: the initdb of a killed run may still be at work in its folder, or clearing it away.
fs::path make_unfinished_folder(DataFolder const& folder) {
  std::error_code ignored;
  for (auto const& entry : fs::directory_iterator(folder.root)) {
    if (entry.path().filename().string().starts_with("cluster.unfinished.")) {
      fs::remove_all(entry.path(), ignored);
    }
  }
  auto const path = folder.root / ("cluster.unfinished." + std::to_string(getpid()));
  make_private_folder(path, folder.account);
  return path;
}

}  // namespace

std::optional<int> cluster_version(DataFolder const& folder) {
  std::error_code problem;
  if (!fs::exists(folder.cluster(), problem)) {
    return std::nullopt;
  }
  int version = 0;
  std::ifstream(folder.cluster() / "PG_VERSION") >> version;
  if (version == 0) {
    throw ClusterError("« " + folder.cluster().string() +
                       " » n'est pas une instance PostgreSQL lisible. Choisissez un autre dossier avec "
                       "--data-dir, ou vérifiez sous quel utilisateur Jalon est lancé.");
  }
  return version;
}

void create_cluster_files(DataFolder const& folder, Binaries const& binaries) {
  auto const unfinished = make_unfinished_folder(folder);
  auto const outcome =
      run(Command{{binaries.initdb().string(), "--pgdata=" + unfinished.string(), "--username=postgres",
                   "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--auth-local=trust",
                   "--auth-host=reject", "--no-instructions"},
                  folder.account,
                  -1,
                  true});
  if (!outcome.succeeded) {
    throw ClusterError("L'instance PostgreSQL privée n'a pas pu être créée dans « " + folder.root.string() +
                       " » : " + outcome.output);
  }
  write_through(unfinished / "pg_hba.conf", O_TRUNC, access_rules);
  write_through(unfinished / "postgresql.conf", O_APPEND, settings);
  fs::rename(unfinished, folder.cluster());
}

}  // namespace jalon::postgres
