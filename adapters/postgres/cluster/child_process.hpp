#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "adapters/postgres/cluster/account.hpp"

namespace jalon::postgres {

/// A program to run as another account, without a shell: its path and arguments in `words`.
///
/// The child gets a session of its own (a Ctrl-C at our terminal does not reach it), default signals, the
/// root folder as working folder, none of our open files, and our environment without what would mislead
/// PostgreSQL (`PG*`, `LC_*`, `NOTIFY_SOCKET`) or tell it our secrets (`JALON_*`).
struct Command {
  std::vector<std::string> words;
  Account account;
  /// Where standard output and standard error go; -1: nowhere.
  int output = -1;
  /// Asks the kernel to send the child SIGINT (PostgreSQL: fast shutdown) when the *thread* that started
  /// it ends, thus also when our process is killed by `kill -9`. Start it from a thread that stays.
  bool ends_with_us = false;
};

/// Starts the command and returns at once. Throws ClusterError when the system refuses a process.
pid_t start(Command const& command);

struct Outcome {
  bool succeeded = false;
  std::string output;
};

/// Runs the command to its end and collects what it says on standard output and standard error.
Outcome run(Command command);

}  // namespace jalon::postgres
