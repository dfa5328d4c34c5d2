// What Prometheus reads: requests by route and status, their time, refusals by their name, what waits and
// since when, the pools. No identifier, no personal data.
#pragma once
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <chrono>
#include <string>

#include "api/commands/background_work.hpp"
#include "api/commands/program.hpp"
#include "api/http/message.hpp"

namespace jalon::commands {

class Metrics {
 public:
  using Duration = std::chrono::steady_clock::duration;

  // Without background work its silences are left out.
  explicit Metrics(Program& program, BackgroundWork const* background = nullptr);
  void note(std::string const& route, http::Response const& response, Duration took);
  // What waits is counted at this moment; without the database only what the process knows.
  std::string text();

 private:
  using Gauges = prometheus::Family<prometheus::Gauge>;
  Gauges& gauges(char const* name, char const* help);
  void look_at_the_process();
  void look_at_the_database();
  void set_queue(char const* name, Backlog::Queue const& queue);

  Program& program_;
  BackgroundWork const* background_;
  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  prometheus::Family<prometheus::Counter>& refusals_;
  prometheus::Family<prometheus::Histogram>& seconds_;
  Gauges &waiting_, &oldest_, &in_doubt_, &database_up_, &in_use_, &pool_size_, &silence_, &streams_,
      &resident_;
};

}  // namespace jalon::commands
