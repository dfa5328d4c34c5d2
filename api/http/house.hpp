#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <string>

#include "api/http/connection_table.hpp"
#include "api/http/http_date.hpp"
#include "api/http/server.hpp"
#include "api/http/worker_pool.hpp"

namespace jalon::http {

/**
 * What all connections of a server share. Belongs to the thread of input and output,
 * but for what says otherwise.
 */
struct House {
  House(Options const& its_options, Handler const& its_handler)
      : options(its_options), handler(its_handler), connections(options.limits) {
    workers.emplace(options.workers, options.limits.waiting_requests);
  }

  Options const& options;
  Handler const& handler;
  ConnectionTable connections;
  std::optional<WorkerPool> workers;      // goes before the others when the server stops
  std::atomic<bool> is_stopping = false;  // workers look too: their answers then close the connection

  /** The present second for the Date header, made once per second. */
  std::string const& date() {
    auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (now != dated_) date_ = http_date(dated_ = now);
    return date_;
  }

 private:
  std::chrono::sys_seconds dated_{};
  std::string date_ = http_date(dated_);
};

}  // namespace jalon::http
