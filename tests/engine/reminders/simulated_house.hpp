#pragma once

#include <map>
#include <random>

#include "engine/decision/identifiers.hpp"
#include "engine/dispatcher/deadline_firing.hpp"
#include "engine/reminders/forecast.hpp"
#include "engine/runner/runner.hpp"
#include "engine/simulation/simulated_store.hpp"
#include "engine/simulation/staff_habits.hpp"
#include "workflows/registry.hpp"
#include "workflows/reminders.hpp"

namespace jalon::kit {

/// An invented establishment that follows from its seed: its closures, its staff and their absences, its
/// cases and what becomes of them, the changes of delays and closures it plans. Kept in memory, on a clock
/// that stands at half past seven of `today`.
class SimulatedHouse {
 public:
  explicit SimulatedHouse(unsigned seed)
      : chance_(seed),
        identifiers_("reminders", int(seed)),
        settings_{{today_, random_settings(chance_), {}}},
        store_(instant_of(today_, ReminderHours{}.morning), settings_.front().settings),
        runner_(
            store_, store_, all_workflows(),
            [](Definition const&, Snapshot const& snapshot, Surroundings const&) {
              return Json{{"id", snapshot.id}};
            },
            [this] { return identifiers_.identifier(); }),
        firing_(store_, store_, all_workflows(), [this] { return identifiers_.identifier(); }) {
    hire();
  }

  Date today() const { return today_; }
  int changes_taken_up() const { return taken_up_; }
  int chance(int below) { return int(chance_() % unsigned(below)); }

  /// One day on: deadlines pass. When it is `busy`, people then work on the cases, and may announce an
  /// absence.
  void next_day(bool busy) {
    today_ = plus_days(today_, 1);
    store_.set_now(instant_of(today_, ReminderHours{}.morning));
    take_effect();
    firing_.fire_all();
    if (!busy) return;
    if (chance(20) == 0) plan_settings();
    if (days_++ % 90 == 0) plan_dates();
    if (chance(3) == 0) open_case();
    work();
    if (chance(10) == 0) go_away();
  }

  /// The mornings after today until `last`, as they would be said today.
  std::map<Date, DayOfDigests> forecast(Date last) const {
    std::map<Date, DayOfDigests> mornings;
    auto const now = state();
    auto settings = settings_;
    std::erase_if(settings, [&](SettingsFrom const& from) { return from.day > last; });
    Forecast forecast(pathways_, settings, now, facts(today_, sunday_of(last), counts_anew(settings)));
    for (auto day = plus_days(today_, 1); day <= last; day = plus_days(day, 1))
      mornings.emplace(day, forecast.on(day));
    return mornings;
  }
  /// This morning's, from what the store holds now.
  DayOfDigests this_morning() const {
    auto const now = state();
    return Forecast(pathways_, {settings_.front()}, now, facts(today_, sunday_of(today_), false)).on(today_);
  }

 private:
  inline static std::set<std::string> const set_here{"file_return", "first_contact", "completeness"};

  static Settings random_settings(std::mt19937& chance) {
    std::vector<Closure> closures;
    for (int month = 1; month <= 12; month += 1 + int(chance() % 4)) {
      auto const first = Date{std::chrono::year{2026} / month / int(1 + chance() % 27)};
      closures.push_back({first, plus_days(first, int(chance() % 15)), "fermeture"});
    }
    Settings settings;
    settings.calendar = OpeningCalendar(
        chance() % 2 ? HolidayRegion::metropole : HolidayRegion::alsace_moselle, std::move(closures));
    return settings;
  }

  static bool counts_anew(std::vector<SettingsFrom> const& settings) {
    for (auto const& from : settings)
      if (!from.restarted.empty()) return true;
    return false;
  }

  /// Another delay for the first contact, the return of the file or its check, or a closure more, on a day to
  /// come.
  void plan_settings() {
    auto next = settings_.back();
    next.day = plus_days(std::max(next.day, today_), 1 + chance(30));
    next.restarted.clear();
    auto const& deadline = *std::next(set_here.begin(), chance(int(set_here.size())));
    if (chance(3)) {
      next.settings.policy.deadlines[deadline].period = calendar_days(7 + chance(60));
      if (chance(2)) next.restarted = {deadline};
    } else {
      auto const first = plus_days(next.day, chance(10));
      auto closures = next.settings.calendar.closures();
      closures.push_back({first, plus_days(first, chance(6)), "fermeture imprévue"});
      next.settings.calendar = OpeningCalendar(next.settings.calendar.region(), std::move(closures));
      if (chance(2)) next.restarted = set_here;
    }
    settings_.push_back(std::move(next));
  }

  void take_effect() {
    while (settings_.size() > 1 && settings_[1].day <= today_) {
      settings_.erase(settings_.begin());
      store_.set_settings(settings_.front().settings);
      std::vector<std::string> ids;
      for (auto const& [id, unused] : store_.cases()) ids.push_back(id);
      for (auto const& id : ids) runner_.recount("", id, settings_.front().restarted);
      settings_.front().restarted.clear();
      ++taken_up_;
    }
  }

  void hire() {
    store_.add_account("referent");
    for (auto role : {Role::admin_assistant, Role::coordinator, Role::deputy_director, Role::doctor,
                      Role::referent, Role::social_worker})
      for (int number = 0; number < 1 + chance(2); ++number) {
        auto const name = std::string(name_of(role)) + (number ? "_2" : "");
        staff_.push_back({name, "Collègue " + name, chance(6) ? name + "@example.org" : "", {role}});
      }
  }

  void plan_dates() {
    committee_ = identifiers_.identifier(), session_ = identifiers_.identifier();
    store_.add_committee({committee_, plus_days(today_, 20)});
    store_.add_session({session_, plus_days(today_, 45), 14, {}, 8, 0});
  }

  void open_case() {
    Json const person{{"family_name", "Simulée"}, {"given_name", "Personne"}, {"birth_date", "1980-01-01"}};
    Json const notification{
        {"channel", chance(2) ? "paper" : "digital"}, {"received_on", to_string(today_)}, {"mdph", "12"}};
    runner_.open(request({Role::admin_assistant}), "preorientation",
                 {"open_case", {{"person", person}, {"notification", notification}}, {}, {}, {}});
  }

  void work() {
    std::vector<std::string> ids;
    for (auto const& [id, unused] : store_.cases()) ids.push_back(id);
    for (auto const& id : ids) {
      auto const habit = habit_in(store_.cases().at(id).current, today_, {committee_, session_},
                                  [this] { return chance(1000) / 1000.0; });
      if (habit) runner_.submit(request({habit->by}), id, {habit->event, habit->data, {}, {}, {}});
    }
  }

  void go_away() {
    auto const& who = staff_.at(std::size_t(chance(int(staff_.size()))));
    auto const from = plus_days(today_, chance(10)), until = plus_days(from, chance(25));
    Absence absence{who.login, from, until, {}};
    if (chance(3)) absence.substitute = staff_.at(std::size_t(chance(int(staff_.size())))).login;
    absences_.push_back(absence);
  }

  Request request(RoleSet roles) {
    auto const key = std::to_string(++asked_);
    return {"", {"simulation", roles, ""}, key, key};
  }
  MorningState state() const {
    return {instant_of(today_, ReminderHours{}.morning), settings_.front().settings.revision, {}, {}};
  }

  /// As the query of PostgreSQL chooses them.
  ReminderFacts facts(Date from, Date until, bool every_case) const {
    ReminderFacts facts{staff_, {}, {}};
    for (auto const& absence : absences_)
      if (absence.until >= from) facts.absences.push_back(absence);
    for (auto const& [id, recorded] : store_.cases())
      if (every_case || is_due(recorded.current, until)) facts.cases.push_back(recorded.current);
    return facts;
  }
  static bool is_due(Snapshot const& snapshot, Date until) {
    for (auto const& record : snapshot.deadlines)
      if (!record.frozen && record.date.due <= until) return true;
    for (auto const& task : snapshot.tasks)
      if (task.due && *task.due <= until) return true;
    return false;
  }

  std::mt19937 chance_;
  IdentifierSource identifiers_;
  Date today_{std::chrono::year{2026} / 1 / 5};
  std::vector<SettingsFrom> settings_;  // the present ones, then those planned
  SimulatedStore store_;
  Runner runner_;
  DeadlineFiring firing_;
  Pathways pathways_{all_workflows(), all_pathway_reminders()};
  std::vector<StaffMember> staff_;
  std::vector<Absence> absences_;
  std::string committee_, session_;
  int asked_ = 0, days_ = 0, taken_up_ = 0;
};

}  // namespace jalon::kit
