// What is known of each request that was answered: measured for Prometheus, and a line in the log where
// wanted.
#pragma once
#include "api/commands/metrics.hpp"
#include "api/log/log_line.hpp"

namespace jalon::commands {

class RequestWatch {
 public:
  RequestWatch(Metrics& metrics, bool writes_lines) : metrics_(metrics), writes_lines_(writes_lines) {}

  // The route is the address with its placeholders, which names nobody.
  template <class Answer>
  http::Response over(http::Request const& request, std::string const& route, Answer answer) const {
    auto const begin = std::chrono::steady_clock::now();
    http::Response response = answer();
    auto const took = std::chrono::steady_clock::now() - begin;
    metrics_.note(route, response, took);
    if (writes_lines_) write_line(request.method, route, response.status, took);
    return response;
  }

 private:
  static void write_line(std::string const& method, std::string const& route, int status,
                         Metrics::Duration took) {
    auto const microseconds = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
    log_line(LogLevel::info, "request",
             {{"method", method},
              {"route", route},
              {"status", std::to_string(status)},
              {"microseconds", std::to_string(microseconds)}});
  }

  Metrics& metrics_;
  bool writes_lines_;
};

}  // namespace jalon::commands
