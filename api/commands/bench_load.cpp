#include "api/commands/bench_load.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <exception>
#include <latch>
#include <thread>

#include "api/commands/bench_interrupt.hpp"
#include "engine/ports/establishment_scope.hpp"

namespace jalon::commands::bench {

namespace {

using SteadyTime = std::chrono::steady_clock;

double milliseconds_since(SteadyTime::time_point begin) {
  return std::chrono::duration<double, std::milli>(SteadyTime::now() - begin).count();
}

struct Client {
  std::vector<double> latencies_ms;
  std::exception_ptr failure;

  void work(std::function<void()> const& act, SteadyTime::time_point end, std::atomic<bool>& stopped) {
    try {
      while (!stopped && !is_interrupted() && SteadyTime::now() < end) {
        auto const begin = SteadyTime::now();
        act();
        latencies_ms.push_back(milliseconds_since(begin));
      }
    } catch (...) {
      failure = std::current_exception();
      stopped = true;
    }
  }
};

Load sum_up(std::vector<Client> const& clients, double took_ms) {
  std::vector<double> latencies_ms;
  for (auto const& client : clients) {
    if (client.failure) std::rethrow_exception(client.failure);
    latencies_ms.insert(latencies_ms.end(), client.latencies_ms.begin(), client.latencies_ms.end());
  }
  return {1000.0 * double(latencies_ms.size()) / took_ms, percentile(latencies_ms, 0.5),
          percentile(latencies_ms, 0.99)};
}

}  // namespace

Load drive(std::vector<std::function<void()>> const& acts, double seconds) {
  std::vector<Client> clients(acts.size());
  std::vector<std::thread> threads;
  std::atomic<bool> stopped = false;
  auto const establishment = EstablishmentScope::current();
  std::latch ready(std::ptrdiff_t(acts.size()));
  auto const begin = SteadyTime::now();
  auto const end =
      begin + std::chrono::duration_cast<SteadyTime::duration>(std::chrono::duration<double>(seconds));
  for (std::size_t i = 0; i < acts.size(); ++i)
    threads.emplace_back([&, i] {
      EstablishmentScope const scope(establishment);
      ready.arrive_and_wait();
      clients[i].work(acts[i], end, stopped);
    });
  for (auto& thread : threads) thread.join();
  stop_if_interrupted();
  return sum_up(clients, milliseconds_since(begin));
}

double percentile(std::vector<double> values, double rank) {
  if (values.empty()) return 0;
  auto const place = std::size_t(std::ceil(rank * double(values.size()))) - 1;
  std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(place), values.end());
  return values[place];
}

double median(std::vector<double> values) {
  return percentile(std::move(values), 0.5);
}

Load median(std::vector<Load> const& loads) {
  auto const of = [&](double Load::*figure) {
    std::vector<double> values;
    for (auto const& load : loads) values.push_back(load.*figure);
    return median(std::move(values));
  };
  return {of(&Load::per_s), of(&Load::p50_ms), of(&Load::p99_ms)};
}

}  // namespace jalon::commands::bench
