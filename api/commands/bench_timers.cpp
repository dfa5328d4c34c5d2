// Deadlines that all fall due at one instant: how many pass per second, and how late the last ones are.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <mutex>

#include "api/commands/bench_options.hpp"
#include "api/commands/bench_report.hpp"
#include "api/commands/bench_timer_floor.hpp"
#include "api/endpoints/hashing.hpp"
#include "workflows/registry.hpp"

namespace jalon::commands::bench {

namespace {

// Passes everything on to the store, and notes when each batch was committed.
class WatchedWork : public DueWork {
 public:
  explicit WatchedWork(DueWork& work) : work_(work) {}

  std::size_t fire_due(Portion portion, Decide const& decide) override {
    auto const begin = Clock::now();
    auto const fired = work_.fire_due(portion, decide);
    std::lock_guard const lock(mutex_);
    if (fired > 0) batches_ms_.push_back(milliseconds(begin, Clock::now()));
    lateness_ms_.insert(lateness_ms_.end(), fired, milliseconds(due_, Clock::now()));
    return fired;
  }
  Next next_due() override { return work_.next_due(); }

  std::vector<double> const& batches_ms() const { return batches_ms_; }
  std::vector<double> const& lateness_ms() const { return lateness_ms_; }

 private:
  using Clock = std::chrono::steady_clock;
  static double milliseconds(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
  }
  DueWork& work_;
  Clock::time_point due_ = Clock::now();
  std::mutex mutex_;
  std::vector<double> batches_ms_, lateness_ms_;
};

class Timers {
 public:
  Timers(BenchDatabase& database, BenchOptions const& options) : database_(database), options_(options) {
    auto& registers = database.program().registers;
    registers.set_manual_clock(registers.clock().now);
    lay_pathway(database, 1);
  }

  void measure(std::size_t at_once, Report& report) {
    say(std::to_string(at_once) + " lot(s) à la fois : mise en train");
    run_once(at_once);
    TimerFloor floor(database_, sample_id_);
    std::vector<Load> loads;
    std::vector<double> lateness, floors;
    for (int run = 1; run <= options_.runs; ++run) {
      loads.push_back(run_once(at_once));
      lateness.push_back(lateness_p99_ms_);
      floors.push_back(floor.run(options_.cases, at_once));
      say("mesure " + std::to_string(run) + " sur " + std::to_string(options_.runs) + " : " +
          std::to_string(std::lround(loads.back().per_s)) + " par seconde, plancher " +
          std::to_string(std::lround(floors.back())));
    }
    report.add({"timers", "", at_once, options_.cases, median(loads), median(lateness), median(floors)});
  }

 private:
  // Opens the cases and moves the clock to the first moment after the last day of their first contact.
  void let_them_fall_due() {
    sample_id_ = open_cases(database_, options_.cases).front();
    auto const due = database_.run(
        "select (extract(epoch from max(fires_at)) * 1000000)::bigint from deadline where passed_at is null");
    database_.program().registers.set_manual_clock(
        Instant(std::chrono::microseconds(due[0][0].as<std::int64_t>())));
    database_.run("analyze \"case\"; analyze deadline; analyze task");
  }

  Load run_once(std::size_t at_once) {
    let_them_fall_due();
    say(std::to_string(options_.cases) + " échéances tombent");
    WatchedWork watched(database_.program().due_work);
    auto& settings = database_.program().settings;
    DeadlineFiring firing(watched, settings, all_workflows(), api::new_uuid, at_once);
    firing.fire_all();
    say("passées");
    return sum_up(watched);
  }

  Load sum_up(WatchedWork const& watched) {
    auto const& lateness = watched.lateness_ms();
    if (lateness.size() != options_.cases)
      throw CommandFailed(std::to_string(lateness.size()) + " échéances sont passées au lieu de " +
                          std::to_string(options_.cases) + ".");
    lateness_p99_ms_ = percentile(lateness, 0.99);
    return {1000.0 * double(lateness.size()) / percentile(lateness, 1.0),
            percentile(watched.batches_ms(), 0.5), percentile(watched.batches_ms(), 0.99)};
  }

  BenchDatabase& database_;
  BenchOptions const& options_;
  std::string sample_id_;
  double lateness_p99_ms_ = 0;
};

}  // namespace

void measure_timers(CommonOptions const& common, BenchOptions const& options) {
  auto const most = *std::max_element(options.clients.begin(), options.clients.end());
  BenchDatabase database(common, {4, most + 1});
  Report report(common.json);
  Timers timers(database, options);
  for (auto const at_once : options.clients) timers.measure(at_once, report);
}

}  // namespace jalon::commands::bench
