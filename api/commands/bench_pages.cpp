// The pages on a large base, each made whole in the program, as its user asks for it: log-in looked up, lists
// read, template filled. No floor beside them: what counts is whether a person waits.
#include <algorithm>

#include "api/commands/bench_large_base.hpp"
#include "api/commands/bench_options.hpp"
#include "api/commands/bench_report.hpp"
#include "api/commands/house_of.hpp"
#include "api/endpoints/hashing.hpp"
#include "api/http/target.hpp"
#include "api/pages/page_router.hpp"

namespace jalon::commands::bench {

namespace {

constexpr char const *login = "bench_reader", *secret = "0123456789abcdef0123456789abcdef0123456789ab";

void log_in(BenchDatabase& database) {
  auto& program = database.program();
  auto const& house = database.establishment();
  program.registers.add_account({house,
                                 login,
                                 "Mesure",
                                 std::nullopt,
                                 std::nullopt,
                                 {"admin_assistant", "coordinator"},
                                 "no password"});
  program.log_ins.open({house, login, api::hash_of("bench")}, api::hash_of(secret), {});
}

std::string some_case(BenchDatabase& database) {
  Sight const sight{database.establishment(), std::nullopt};
  return database.program().registers.cases(sight, {}, {1, std::nullopt}).items.at(0).at("reference");
}

http::Request request_for(std::string const& address) {
  auto target = http::parse_target(address);
  return {"GET",
          std::move(target.path),
          std::move(target.segments),
          std::move(target.query),
          {{"cookie", std::string("__Host-jalon=") + secret}},
          "",
          "127.0.0.1"};
}

// Throws when the page is refused: a refusal is quick and would look like a good figure.
void open_page(pages::PageRouter& router, std::string const& address) {
  auto const response = router.answer(request_for(address));
  if (response.status != 200)
    throw CommandFailed(address + " répond " + std::to_string(response.status) + ".");
}

void measure(BenchOptions const& options, pages::PageRouter& router, std::string const& address,
             std::size_t clients, Report& report) {
  std::vector<std::function<void()>> const acts(clients, [&] { open_page(router, address); });
  drive(acts, std::min(options.seconds, 0.5));
  std::vector<Load> loads;
  for (int run = 0; run < options.runs; ++run) loads.push_back(drive(acts, options.seconds));
  report.add({"pages", address, clients, options.cases, median(loads), {}, 0});
}

}  // namespace

void measure_pages(CommonOptions const& common, BenchOptions const& options) {
  auto const most = *std::max_element(options.clients.begin(), options.clients.end());
  BenchDatabase database(common, {std::max<std::size_t>(most, 4), 1});
  load_large_base(database, options.cases);
  log_in(database);
  auto house = house_of(database.program(), nullptr);
  api::Router router(house, api::all_routes());
  pages::PageRouter pages(house, router, pages::all_pages());
  auto const file = "/dossiers/" + some_case(database);
  Report report(common.json);
  for (auto const clients : options.clients)
    for (auto const& address :
         {std::string("/"), std::string("/dossiers"), std::string("/dossiers?retard=oui"), file,
          file + "/parcours", file + "/pieces", file + "/echanges", file + "/sejour",
          std::string("/calendrier"), std::string("/pilotage")})
      measure(options, pages, address, clients, report);
}

}  // namespace jalon::commands::bench
