#include "adapters/postgres/cluster/account.hpp"

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "adapters/postgres/cluster/cluster_error.hpp"

namespace jalon::postgres {
namespace {

Account account_from(passwd const& entry, bool switched) {
  Account account{entry.pw_name, entry.pw_uid, entry.pw_gid, {}, switched};
  int count = 32;
  account.groups.resize(static_cast<std::size_t>(count));
  if (getgrouplist(entry.pw_name, entry.pw_gid, account.groups.data(), &count) < 0) {
    account.groups.resize(static_cast<std::size_t>(count));
    getgrouplist(entry.pw_name, entry.pw_gid, account.groups.data(), &count);
  }
  account.groups.resize(static_cast<std::size_t>(count));
  return account;
}

Account own_account() {
  if (auto const* entry = getpwuid(geteuid())) {
    return account_from(*entry, false);
  }
  return Account{std::to_string(geteuid()), geteuid(), getegid(), {}, false};
}

std::optional<std::size_t> refused_index(std::vector<std::string> const& folders) noexcept {
  for (std::size_t index = 0; index < folders.size(); ++index) {
    if (access(folders[index].c_str(), X_OK) != 0 && errno == EACCES) {
      return index;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> refused_index_as(Account const& account, std::vector<std::string> const& folders) {
  pid_t const child = fork();
  if (child < 0) {
    throw ClusterError("Le système refuse de créer un processus.");
  }
  if (child == 0) {
    auto const refused = become(account) ? refused_index(folders) : 0;
    _exit(refused ? static_cast<int>(*refused) + 1 : 0);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) == 0) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(WEXITSTATUS(status) - 1);
}

}  // namespace

Account cluster_account(std::filesystem::path const& cluster_folder) {
  if (geteuid() != 0) {
    return own_account();
  }
  struct stat found {};
  if (stat(cluster_folder.c_str(), &found) == 0 && found.st_uid != 0) {
    if (auto const* entry = getpwuid(found.st_uid)) {
      return account_from(*entry, true);
    }
  }
  if (auto const* entry = getpwnam("postgres")) {
    return account_from(*entry, true);
  }
  throw ClusterError(
      "PostgreSQL ne peut pas fonctionner sous le compte root et le compte « postgres » n'existe pas sur "
      "cette machine. Créez ce compte, lancez Jalon sous un autre utilisateur, ou indiquez une base avec "
      "--database.");
}

bool become(Account const& account) noexcept {
  if (!account.switched) {
    return true;
  }
  return setgroups(account.groups.size(), account.groups.data()) == 0 && setgid(account.group_id) == 0 &&
         setuid(account.user_id) == 0;
}

std::optional<std::filesystem::path> first_unreachable(std::filesystem::path const& folder,
                                                       Account const& account) {
  std::vector<std::string> folders;
  std::filesystem::path prefix;
  for (auto const& part : folder) {
    prefix /= part;
    folders.push_back(prefix.string());
  }
  auto const refused = account.switched ? refused_index_as(account, folders) : refused_index(folders);
  if (!refused) {
    return std::nullopt;
  }
  return folders[*refused];
}

}  // namespace jalon::postgres
