// Events per second: in the program, and by HTTP as a client sees them.
#include <algorithm>
#include <cstdio>
#include <memory>

#include "api/commands/bench_cases.hpp"
#include "api/commands/bench_event_floor.hpp"
#include "api/commands/bench_http_client.hpp"
#include "api/commands/bench_options.hpp"
#include "api/commands/bench_report.hpp"
#include "api/commands/house_of.hpp"
#include "api/commands/request_watch.hpp"
#include "api/endpoints/hashing.hpp"
#include "api/endpoints/operation.hpp"
#include "api/endpoints/router.hpp"
#include "api/http/server.hpp"

namespace jalon::commands::bench {

namespace {

// What `serve` puts together, on a port of its own.
class BenchServer {
 public:
  explicit BenchServer(Program& program)
      : metrics_(program),
        house_(house_of(program, [this] { return metrics_.text(); })),
        router_(house_, api::all_routes()),
        server_(options(), [this](http::Request const& request) {
          return watch_.over(request, router_.address_of(request), [&] { return router_.answer(request); });
        }) {
    server_.start();
  }
  unsigned short port() const { return server_.port(); }

 private:
  static http::Options options() {
    http::Options options;
    options.port = 0;
    return options;
  }
  Metrics metrics_;
  RequestWatch watch_{metrics_, false};
  api::House house_;
  api::Router router_;
  http::Server server_;
};

using Act = std::function<void()>;

Act act_in_program(BenchDatabase& database, ClientCases& cases) {
  return [&database, &cases, request = bench_request(database)]() mutable {
    auto const next = cases.next();
    request.key = api::new_uuid(), request.body_hash = api::hash_of(*request.key);
    require_done(database.program().runner.submit(request, next.case_id, next.command), next.command.event);
  };
}

Act act_by_http(unsigned short port, std::string const& token, ClientCases& cases) {
  return [client = std::make_shared<HttpClient>(port, token), &cases] {
    auto const next = cases.next();
    Json const body{{"event", next.command.event}, {"data", next.command.data}};
    client->post("/api/v1/cases/" + next.case_id + "/events", api::new_uuid(), body.dump());
  };
}

class Advance {
 public:
  Advance(BenchDatabase& database, BenchOptions const& options)
      : database_(database),
        options_(options),
        most_clients_(*std::max_element(options.clients.begin(), options.clients.end())),
        pathway_(lay_pathway(database, most_clients_)),
        supply_(database),
        floor_(database, pathway_),
        server_(database.program()) {
    for (auto const& commands : pathway_.commands) cases_.emplace_back(supply_, commands);
  }

  void run(Report& report) {
    char text[160];
    std::snprintf(text, sizeof text,
                  "Un événement écrit en moyenne %.1f lignes et %.1f ko, comme le plancher.",
                  floor_.rows_per_event(), floor_.bytes_per_event() / 1000);
    say(text);
    for (auto const clients : options_.clients) measure(clients, report);
  }

 private:
  void measure(std::size_t clients, Report& report) {
    say(std::to_string(clients) + " client(s) : mise en train");
    double const warm_up = std::min(options_.seconds, 1.0);
    run_once(clients, warm_up, false), run_once(clients, warm_up, true), floor_.run(clients, warm_up);
    std::vector<Load> in_program, by_http;
    std::vector<double> floors;
    for (int run = 1; run <= options_.runs; ++run) {
      in_program.push_back(run_once(clients, options_.seconds, false));
      by_http.push_back(run_once(clients, options_.seconds, true));
      floors.push_back(floor_.run(clients, options_.seconds));
      char text[160];
      std::snprintf(text, sizeof text, "%zu client(s), mesure %d sur %d : %.0f, par HTTP %.0f, plancher %.0f",
                    clients, run, options_.runs, in_program.back().per_s, by_http.back().per_s,
                    floors.back());
      say(text);
    }
    auto const cases = database_.count("select count(*) from \"case\"");
    report.add({"runner", "", clients, cases, median(in_program), {}, median(floors)});
    report.add({"http", "", clients, cases, median(by_http), {}, median(floors)});
  }

  Load run_once(std::size_t clients, double seconds, bool by_http) {
    supply_.fill(std::size_t(1.2 * expected_per_s_ * seconds / double(pathway_.length())) +
                 clients * cases_at_once);
    std::vector<Act> acts;
    for (std::size_t client = 0; client < clients; ++client)
      acts.push_back(by_http ? act_by_http(server_.port(), pathway_.token, cases_[client])
                             : act_in_program(database_, cases_[client]));
    auto const load = drive(acts, seconds);
    expected_per_s_ = std::max(expected_per_s_, load.per_s);
    return load;
  }

  BenchDatabase& database_;
  BenchOptions const& options_;
  std::size_t most_clients_;
  Pathway pathway_;
  CaseSupply supply_;
  std::deque<ClientCases> cases_;
  EventFloor floor_;
  BenchServer server_;
  double expected_per_s_ = 500;
};

}  // namespace

void measure_advance(CommonOptions const& common, BenchOptions const& options) {
  auto const most = *std::max_element(options.clients.begin(), options.clients.end());
  BenchDatabase database(common, {std::max<std::size_t>(most, 16), 2});
  Report report(common.json);
  Advance(database, options).run(report);
}

}  // namespace jalon::commands::bench
