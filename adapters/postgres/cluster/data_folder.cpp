#include "adapters/postgres/cluster/data_folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "adapters/postgres/cluster/cluster_error.hpp"

namespace jalon::postgres {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_socket_path = 107;
constexpr std::string_view socket_name = "/.s.PGSQL.5432";

[[noreturn]] void refuse(fs::path const& root, std::string const& reason) {
  throw ClusterError("Le dossier de données « " + root.string() + " » est refusé : " + reason);
}

void require_reachable(fs::path const& root, Account const& account) {
  if (auto const barrier = first_unreachable(root, account)) {
    refuse(root, "l'utilisateur « " + account.name + " », sous lequel PostgreSQL fonctionne, n'a pas le " +
                     "droit de traverser « " + barrier->string() + " ». Accordez-lui ce droit (chmod o+x), " +
                     "ou choisissez un autre dossier avec --data-dir.");
  }
}

void make_folder(fs::path const& root, fs::path const& folder, mode_t mode) {
  if (mkdir(folder.c_str(), 0700) == 0) {
    if (chmod(folder.c_str(), mode) != 0) {
      refuse(root, "les droits de « " + folder.string() + " » ne peuvent pas être fixés.");
    }
  } else if (errno != EEXIST || !fs::is_directory(folder)) {
    refuse(root, "« " + folder.string() + " » ne peut pas être créé (" +
                     std::generic_category().message(errno) + ").");
  }
}

void make_folders(fs::path const& root, Account const& account) {
  fs::path prefix;
  for (auto const& part : root.parent_path()) {
    prefix /= part;
    if (!fs::exists(prefix)) {
      make_folder(root, prefix, 0755);
    }
  }
  make_folder(root, root, account.switched ? 0711 : 0700);
}

// FNV-1a: short, the same in every run; a name, not a secret.
std::string fingerprint(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (unsigned char const byte : text) {
    hash = (hash ^ byte) * 1099511628211U;
  }
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

}  // namespace

DataFolder open_data_folder(fs::path const& root) {
  std::error_code problem;
  auto absolute = fs::weakly_canonical(fs::absolute(root), problem);
  if (problem) {
    refuse(root, "ce chemin ne peut pas être suivi (" + problem.message() + ").");
  }
  if (!absolute.has_filename()) {
    absolute = absolute.parent_path();
  }
  DataFolder folder{absolute, cluster_account(absolute / "cluster")};
  require_reachable(absolute, folder.account);
  make_folders(absolute, folder.account);
  if (access(absolute.c_str(), W_OK | X_OK) != 0) {
    refuse(absolute, "l'utilisateur « " + folder.account.name + " » n'a pas le droit d'y écrire.");
  }
  return folder;
}

fs::path socket_folder(DataFolder const& folder) {
  auto const inside = folder.root / "socket";
  bool const fits = inside.string().size() + socket_name.size() < longest_socket_path &&
                    inside.string().find_first_of(",\"\n") == std::string::npos;
  if (fits) {
    return inside;
  }
  auto const parent = geteuid() == 0 && fs::is_directory("/run") ? fs::path("/run") : fs::path("/tmp");
  return parent /
         ("jalon-" + std::to_string(folder.account.user_id) + "-" + fingerprint(folder.root.string()));
}

void make_private_folder(fs::path const& path, Account const& account) {
  if (mkdir(path.c_str(), 0700) == 0) {
    if (chown(path.c_str(), account.user_id, account.group_id) != 0) {
      throw ClusterError("« " + path.string() + " » ne peut pas être confié à l'utilisateur « " +
                         account.name + " ».");
    }
    return;
  }
  struct stat found {};
  bool const ours = lstat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode) &&
                    found.st_uid == account.user_id && (found.st_mode & 0077) == 0;
  if (!ours) {
    throw ClusterError("« " + path.string() + " » devrait être un dossier réservé à l'utilisateur « " +
                       account.name + " » (mode 0700).");
  }
}

}  // namespace jalon::postgres
