// What Prometheus reads: requests by route and status, their time, what waits. No identifier, no personal
// data.
#pragma once
#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <chrono>
#include <string>

#include "api/commands/program.hpp"
#include "api/http/message.hpp"

namespace jalon::commands {

class Metrics {
 public:
  explicit Metrics(Program& program);
  std::string text();

  template <class F>
  http::Response measure(std::string const& route, F answer) {
    auto const begin = std::chrono::steady_clock::now();
    http::Response response = answer();
    note(route, response.status, std::chrono::steady_clock::now() - begin);
    return response;
  }

 private:
  void note(std::string const& route, int status, std::chrono::steady_clock::duration took);

  Program& program_;
  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  prometheus::Family<prometheus::Histogram>& seconds_;
  prometheus::Family<prometheus::Gauge>& connections_;
};

}  // namespace jalon::commands
