#pragma once

#include <sys/types.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

#include "adapters/postgres/cluster/binaries.hpp"
#include "adapters/postgres/cluster/data_folder.hpp"

namespace jalon::postgres {

/// A running PostgreSQL, our child, for as long as the object lives.
///
/// The constructor returns when PostgreSQL accepts connections, however long its recovery takes, and throws
/// ClusterError when it ends instead. When it dies later, it is started again, at most once a second; the
/// connection pools find it back by themselves. The destructor asks for a fast shutdown and waits for it.
///
/// A thread of its own starts the child, because the kernel ties "end with your parent" to the thread that
/// forked: PostgreSQL ends when this thread does, thus with our process, even by `kill -9`, and not with
/// whichever thread happened to construct this object.
class Postmaster {
 public:
  Postmaster(DataFolder folder, Binaries const& binaries, std::filesystem::path const& socket_folder);
  ~Postmaster();
  Postmaster(Postmaster const&) = delete;
  Postmaster& operator=(Postmaster const&) = delete;

 private:
  void keep();
  bool start_once(std::unique_lock<std::mutex>& lock);
  void wait_until_ready();
  void stop();

  DataFolder folder_;
  std::vector<std::string> words_;
  std::mutex mutex_;
  std::condition_variable changed_;
  pid_t process_ = 0;
  int ended_ = 0;
  bool stopping_ = false;
  std::thread keeper_;
};

}  // namespace jalon::postgres
