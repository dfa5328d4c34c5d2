#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "api/http/server.hpp"
#include "tests/api/http/raw_client.hpp"

namespace jalon::http {

/** A server on a free port, whose handler answers with what it was asked and remembers it. */
class RunningServer {
 public:
  explicit RunningServer(Limits limits = {}, std::size_t workers = 4, Handler handler = echo,
                         Doorkeeper doorkeeper = {})
      : handler_(std::move(handler)),
        server_(options(std::move(limits), workers, std::move(doorkeeper)), [this](Request const& request) {
          remember(request.path);
          return handler_(request);
        }) {
    server_.start();
  }

  RawClient client() { return RawClient(server_.port()); }
  unsigned short port() const { return server_.port(); }
  Server& server() { return server_; }

  std::vector<std::string> asked() {
    std::lock_guard lock(mutex_);
    return asked_;
  }

  static Response echo(Request const& request) {
    Response response;
    response.content_type = "text/plain; charset=utf-8";
    response.body = request.method + " " + request.path + " " + request.body;
    return response;
  }

 private:
  static Options options(Limits limits, std::size_t workers, Doorkeeper doorkeeper) {
    return {.port = 0,
            .workers = workers,
            .limits = std::move(limits),
            .on_failure = {},
            .doorkeeper = std::move(doorkeeper)};
  }

  void remember(std::string const& path) {
    std::lock_guard lock(mutex_);
    asked_.push_back(path);
  }

  Handler handler_;
  std::mutex mutex_;
  std::vector<std::string> asked_;
  Server server_;
};

/** Holds handlers back until it is opened; tells when one has come. */
class Barrier {
 public:
  void pass() {
    std::unique_lock lock(mutex_);
    ++arrived_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return is_open_; });
  }

  void wait_for_arrivals(int number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this, number] { return arrived_ >= number; });
  }

  void open() {
    std::lock_guard lock(mutex_);
    is_open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int arrived_ = 0;
  bool is_open_ = false;
};

inline std::string const small_request = "GET /x HTTP/1.1\r\nHost: jalon.test\r\n\r\n";

inline std::string post(std::string const& path, std::string const& body) {
  return "POST " + path + " HTTP/1.1\r\nHost: jalon.test\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

inline std::string chunked_post(std::string const& chunks) {
  return "POST /x HTTP/1.1\r\nHost: jalon.test\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
}

}  // namespace jalon::http
