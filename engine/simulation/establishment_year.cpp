#include "engine/simulation/establishment_year.hpp"

#include <random>

#include "engine/decision/identifiers.hpp"
#include "engine/dispatcher/deadline_firing.hpp"
#include "engine/runner/replay.hpp"
#include "engine/runner/runner.hpp"
#include "engine/simulation/crashing_store.hpp"
#include "engine/simulation/promises.hpp"
#include "engine/simulation/staff_habits.hpp"

namespace jalon {

namespace {

class Years {
 public:
  Years(std::vector<Definition> const& definitions, SimulationOptions const& options,
        std::function<void(std::string const&)> const& tell)
      : definitions_(definitions),
        options_(options),
        tell_(tell),
        chance_(options.seed),
        identifiers_("simulation", int(options.seed)),
        store_(paris_midnight(options.first_day)),
        mishaps_(options.seed + 1),
        crashing_(
            store_, options.crashes,
            [this] { return std::uniform_real_distribution<double>(0, 1)(mishaps_); },
            [this](std::string const& what) { note_crash(what); }),
        runner_(
            crashing_, store_, definitions,
            [](Definition const&, Snapshot const& snapshot, Surroundings const&) {
              return Json{{"id", snapshot.id}, {"revision", snapshot.revision}};
            },
            [this] { return identifiers_.identifier(); }),
        firing_(crashing_, store_, definitions, [this] { return identifiers_.identifier(); }) {}

  SimulationReport run() {
    store_.add_account("referent");
    Date const last = plus_days(options_.first_day, 365 * options_.years);
    for (today_ = options_.first_day; today_ < last; today_ = plus_days(today_, 1)) live_one_day();
    return report();
  }

 private:
  void live_one_day() {
    store_.set_now(paris_midnight(today_) + std::chrono::hours(9));
    for (auto const& fired : until_it_survives([&] { return firing_.fire_all(); }))
      tell_(to_string(today_) + "  " + store_.cases().at(fired.case_id).current.reference +
            "  échéance passée : " + fired.deadline);
    if (is_weekend(today_)) return;
    plan_quarter();
    if (chance() < options_.notifications_a_week / 5.0) open_case();
    for (auto const& id : case_ids()) act_on(id);
  }

  // A committee and a session each quarter, three months apart.
  void plan_quarter() {
    unsigned const month = unsigned(today_.month());
    if (!committee_.empty() && month == planned_month_) return;
    if ((month - 1) % 3 != 0 && !committee_.empty()) return;
    planned_month_ = month;
    committee_ = identifiers_.identifier(), session_ = identifiers_.identifier();
    store_.add_committee({committee_, plus_days(today_, 60)});
    store_.add_session({session_, plus_days(today_, 150), 14, {}, 8, 0});
  }

  void open_case() {
    bool const paper = chance() < 0.3;
    Json const person{{"family_name", "Simulée"}, {"given_name", "Personne"}, {"birth_date", "1980-01-01"}};
    Json notification{
        {"channel", paper ? "paper" : "digital"}, {"received_on", to_string(today_)}, {"mdph", "12"}};
    Command const command{"open_case", {{"person", person}, {"notification", notification}}, {}, {}, {}};
    auto const asked = request({Role::admin_assistant});
    until_it_survives([&] { return runner_.open(asked, "preorientation", command); });
    ++report_.cases, ++done_;
  }

  // Whoever asked a process that died asks the next one, under the same key.
  template <class Work>
  auto until_it_survives(Work const& work) -> decltype(work()) {
    for (;;) {
      try {
        return work();
      } catch (ProcessDied const&) {
        continue;
      }
    }
  }
  void note_crash(std::string const& what) {
    ++report_.crashes;
    tell_(to_string(today_) + "  " + what);
  }

  std::vector<std::string> case_ids() const {
    std::vector<std::string> ids;
    for (auto const& [id, unused] : store_.cases()) ids.push_back(id);
    return ids;
  }

  void act_on(std::string const& id) {
    auto const& current = store_.cases().at(id).current;
    auto const habit = habit_in(current, today_, {committee_, session_}, [this] { return chance(); });
    if (!habit) return;
    auto const asked = request({habit->by});
    Command const command{habit->event, habit->data, {}, {}, {}};
    auto const outcome = until_it_survives([&] { return runner_.submit(asked, id, command); });
    if (!std::holds_alternative<Done>(outcome)) {
      ++report_.refused;
      return;
    }
    ++done_;
    tell_(to_string(today_) + "  " + store_.cases().at(id).current.reference + "  " + habit->event);
    if (habit->event != "send_first_contact") return;
    ++report_.first_contacts;
    if (days_between(store_.cases().at(id).current.notification.received_on, today_) <= 15)
      ++report_.first_contacts_in_time;
  }

  SimulationReport report() {
    for (auto const& [id, recorded] : store_.cases()) {
      report_.entries += recorded.entries.size();
      for (auto const& entry : recorded.entries)
        report_.deadlines_passed += entry.event == "deadline_passed" ? 1 : 0;
      ++report_.journeys[recorded.current.places.at("journey")];
      for (auto& each : replay(definitions_, recorded, {{0, *store_.settings("", 0)}}))
        report_.discrepancies.push_back(std::move(each));
    }
    report_.broken = broken_promises(definitions_, store_, done_);
    return std::move(report_);
  }

  Request request(RoleSet roles) {
    auto const key = std::to_string(++asked_);
    return {"", {"simulation", roles, ""}, key, key};
  }
  double chance() { return std::uniform_real_distribution<double>(0, 1)(chance_); }

  std::vector<Definition> const& definitions_;
  SimulationOptions const options_;
  std::function<void(std::string const&)> const& tell_;
  std::mt19937 chance_;
  IdentifierSource identifiers_;
  SimulatedStore store_;
  std::mt19937 mishaps_;  // of their own: the years are the same with them and without
  CrashingStore crashing_;
  Runner runner_;
  DeadlineFiring firing_;
  Date today_;
  std::string committee_, session_;
  unsigned planned_month_ = 0;
  std::size_t asked_ = 0, done_ = 0;
  SimulationReport report_;
};

}  // namespace

SimulationReport simulate(std::vector<Definition> const& definitions, SimulationOptions const& options,
                          std::function<void(std::string const& line)> const& tell) {
  return Years(definitions, options, tell).run();
}

}  // namespace jalon
