#include "api/commands/metrics.hpp"

#include <unistd.h>

#include <fstream>

namespace jalon::commands {

namespace {

prometheus::Family<prometheus::Counter>& counters(prometheus::Registry& registry, char const* name,
                                                  char const* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

// « /problems/stale_revision » is counted as stale_revision.
std::string problem_of(http::Response const& response) {
  if (!response.content_type.starts_with("application/problem+json")) return "";
  auto const type = Json::parse(response.body, nullptr, false).value("type", "");
  return type.substr(type.rfind('/') + 1);
}

double resident_bytes() {
  std::size_t pages = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return static_cast<double>(resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)));
}

}  // namespace

Metrics::Metrics(Program& program, BackgroundWork const* background)
    : program_(program),
      background_(background),
      requests_(counters(registry_, "jalon_http_requests_total", "Requests answered, by route and status")),
      refusals_(counters(registry_, "jalon_refusals_total", "Requests refused, by the problem's name")),
      seconds_(
          prometheus::BuildHistogram().Name("jalon_http_seconds").Help("Time to answer").Register(registry_)),
      waiting_(gauges("jalon_waiting", "What should have happened by now, by queue")),
      oldest_(gauges("jalon_oldest_waiting_seconds", "How long the first in each queue has waited")),
      in_doubt_(gauges("jalon_in_doubt", "Messages and transmissions that a person has to look at")),
      database_up_(gauges("jalon_database_up", "1 when the database answered this reading")),
      in_use_(gauges("jalon_connections_in_use", "Database connections in use")),
      pool_size_(gauges("jalon_connections_most", "Database connections at most")),
      silence_(gauges("jalon_background_silence_seconds", "Since background work last ended well")),
      streams_(gauges("jalon_live_streams", "Pages that wait for news of their file")),
      resident_(gauges("jalon_resident_bytes", "Memory in use")) {}

Metrics::Gauges& Metrics::gauges(char const* name, char const* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry_);
}

void Metrics::note(std::string const& route, http::Response const& response, Duration took) {
  static prometheus::Histogram::BucketBoundaries const bounds{0.001, 0.0025, 0.005, 0.01, 0.025,
                                                              0.05,  0.1,    0.25,  1,    5};
  requests_.Add({{"route", route}, {"status", std::to_string(response.status)}}).Increment();
  seconds_.Add({{"route", route}}, bounds).Observe(std::chrono::duration<double>(took).count());
  if (response.status < 400) return;
  if (auto const problem = problem_of(response); !problem.empty())
    refusals_.Add({{"problem", problem}}).Increment();
}

std::string Metrics::text() {
  look_at_the_process();
  look_at_the_database();
  return prometheus::TextSerializer().Serialize(registry_.Collect());
}

void Metrics::look_at_the_process() {
  for (auto const& [name, pool] : {std::pair<char const*, postgres::Pool&>{"requests", program_.requests},
                                   {"background", program_.background}}) {
    in_use_.Add({{"pool", name}}).Set(static_cast<double>(pool.in_use()));
    pool_size_.Add({{"pool", name}}).Set(static_cast<double>(pool.size()));
  }
  for (auto const& [work, since] : background_ ? background_->silences() : Silences())
    silence_.Add({{"work", work}}).Set(since.count());
  streams_.Add({}).Set(static_cast<double>(program_.live.followers()));
  resident_.Add({}).Set(resident_bytes());
}

void Metrics::look_at_the_database() {
  try {
    auto const backlog = program_.backlog.count();
    set_queue("deadlines", backlog.deadlines);
    set_queue("letters", backlog.letters);
    set_queue("emails", backlog.emails);
    set_queue("transmissions", backlog.transmissions);
    in_doubt_.Add({}).Set(static_cast<double>(backlog.in_doubt));
    database_up_.Add({}).Set(1);
  } catch (Unavailable const&) {
    database_up_.Add({}).Set(0);
  }
}

void Metrics::set_queue(char const* name, Backlog::Queue const& queue) {
  waiting_.Add({{"queue", name}}).Set(static_cast<double>(queue.waiting));
  oldest_.Add({{"queue", name}}).Set(queue.oldest_s);
}

}  // namespace jalon::commands
