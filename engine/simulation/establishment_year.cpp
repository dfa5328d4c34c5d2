#include "engine/simulation/establishment_year.hpp"

#include <random>

#include "engine/decision/identifiers.hpp"
#include "engine/dispatcher/deadline_firing.hpp"
#include "engine/runner/runner.hpp"
#include "engine/simulation/simulated_store.hpp"
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
        runner_(
            store_, store_, definitions,
            [](Definition const&, Snapshot const& snapshot, Surroundings const&) {
              return Json{{"id", snapshot.id}, {"revision", snapshot.revision}};
            },
            [this] { return identifiers_.identifier(); }),
        firing_(store_, store_, definitions, [this] { return identifiers_.identifier(); }) {}

  SimulationReport run() {
    store_.add_account("referent");
    Date const last = plus_days(options_.first_day, 365 * options_.years);
    for (today_ = options_.first_day; today_ < last; today_ = plus_days(today_, 1)) live_one_day();
    return report();
  }

 private:
  void live_one_day() {
    store_.set_now(paris_midnight(today_) + std::chrono::hours(9));
    for (auto const& fired : firing_.fire_all()) {
      ++report_.deadlines_passed;
      tell_(to_string(today_) + "  " + store_.cases().at(fired.case_id).current.reference +
            "  échéance passée : " + fired.deadline);
    }
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
    runner_.open(request({Role::admin_assistant}), "preorientation",
                 {"open_case", {{"person", person}, {"notification", notification}}, {}, {}, {}});
    ++report_.cases;
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
    auto const outcome = runner_.submit(request({habit->by}), id, {habit->event, habit->data, {}, {}, {}});
    if (!std::holds_alternative<Done>(outcome)) {
      ++report_.refused;
      return;
    }
    tell_(to_string(today_) + "  " + store_.cases().at(id).current.reference + "  " + habit->event);
    if (habit->event != "send_first_contact") return;
    ++report_.first_contacts;
    if (days_between(store_.cases().at(id).current.notification.received_on, today_) <= 15)
      ++report_.first_contacts_in_time;
  }

  SimulationReport report() {
    for (auto const& [id, recorded] : store_.cases()) {
      report_.entries += recorded.entries.size();
      ++report_.journeys[recorded.current.places.at("journey")];
      for (auto& each : replay(definitions_, recorded, *store_.settings("", 0)))
        report_.discrepancies.push_back(std::move(each));
    }
    return std::move(report_);
  }

  Request request(RoleSet roles) const { return {"", {"simulation", roles, ""}, {}, ""}; }
  double chance() { return std::uniform_real_distribution<double>(0, 1)(chance_); }

  std::vector<Definition> const& definitions_;
  SimulationOptions const options_;
  std::function<void(std::string const&)> const& tell_;
  std::mt19937 chance_;
  IdentifierSource identifiers_;
  SimulatedStore store_;
  Runner runner_;
  DeadlineFiring firing_;
  Date today_;
  std::string committee_, session_;
  unsigned planned_month_ = 0;
  SimulationReport report_;
};

}  // namespace

SimulationReport simulate(std::vector<Definition> const& definitions, SimulationOptions const& options,
                          std::function<void(std::string const& line)> const& tell) {
  return Years(definitions, options, tell).run();
}

}  // namespace jalon
