#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace jalon::postgres {

/// The Unix account that runs PostgreSQL. PostgreSQL refuses to run as root, so a program started as root
/// hands its cluster to another account; any other user runs it under their own.
struct Account {
  std::string name;
  uid_t user_id{};
  gid_t group_id{};
  std::vector<gid_t> groups;
  /// True when our process must change its identity to become this account.
  bool switched = false;
};

/// The account for the cluster in `cluster_folder`: ourselves, or, for root, the owner of an existing
/// cluster and otherwise `postgres` (the account that Debian's package creates).
/// Throws ClusterError when root finds no such account.
Account cluster_account(std::filesystem::path const& cluster_folder);

/// Takes on the identity of `account` for good. For a freshly forked child: only system calls inside.
/// Returns false when the kernel refuses.
bool become(Account const& account) noexcept;

/// The first folder on the way to `folder` (itself included) that exists and that `account` may not
/// traverse. The kernel is asked, so that access control lists count too.
std::optional<std::filesystem::path> first_unreachable(std::filesystem::path const& folder,
                                                       Account const& account);

}  // namespace jalon::postgres
