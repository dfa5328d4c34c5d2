#include "api/commands/metrics.hpp"

#include <prometheus/gauge.h>

namespace jalon::commands {

Metrics::Metrics(Program& program)
    : program_(program),
      requests_(prometheus::BuildCounter()
                    .Name("jalon_http_requests_total")
                    .Help("Requests answered")
                    .Register(registry_)),
      seconds_(
          prometheus::BuildHistogram().Name("jalon_http_seconds").Help("Time to answer").Register(registry_)),
      connections_(prometheus::BuildGauge()
                       .Name("jalon_connections_in_use")
                       .Help("Database connections in use")
                       .Register(registry_)) {}

void Metrics::note(std::string const& route, int status, std::chrono::steady_clock::duration took) {
  static prometheus::Histogram::BucketBoundaries const bounds{0.001, 0.0025, 0.005, 0.01, 0.025,
                                                              0.05,  0.1,    0.25,  1,    5};
  requests_.Add({{"route", route}, {"status", std::to_string(status)}}).Increment();
  seconds_.Add({{"route", route}}, bounds).Observe(std::chrono::duration<double>(took).count());
}

std::string Metrics::text() {
  connections_.Add({{"pool", "requests"}}).Set(static_cast<double>(program_.requests.in_use()));
  connections_.Add({{"pool", "background"}}).Set(static_cast<double>(program_.background.in_use()));
  return prometheus::TextSerializer().Serialize(registry_.Collect());
}

}  // namespace jalon::commands
