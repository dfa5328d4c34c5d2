// The calendar at the command line: holidays of a year, and a due date with its derivation.
#include <iostream>

#include "api/commands/definitions.hpp"
#include "api/commands/files.hpp"
#include "engine/calendar/closure_file.hpp"
#include "engine/calendar/due_date.hpp"
#include "engine/calendar/holidays.hpp"
#include "engine/json/json.hpp"

namespace jalon::commands {

namespace {

struct DueOptions {
  std::string from, period, roll, region = "metropole", closures;
};

HolidayRegion region_of(std::string const& name) {
  auto const region = parse_region(name);
  if (!region) throw CommandFailed("--region : metropole ou alsace-moselle.");
  return *region;
}

void print_holidays(CommonOptions const& common, int year, std::string const& region) {
  Json dates = Json::array();
  for (auto const& holiday : public_holidays(year, region_of(region))) {
    dates.push_back(to_string(holiday.date));
    if (!common.json) std::cout << to_string(holiday.date) << "  " << holiday.name << "\n";
  }
  if (common.json) std::cout << dates.dump() << "\n";
}

std::vector<Closure> closures_of(std::string const& file) {
  if (file.empty()) return {};
  auto reading = read_closures(read_file(file));
  if (!reading.errors.empty())
    throw CommandFailed(file + ", ligne " + std::to_string(reading.errors.front().line) + " : " +
                        reading.errors.front().reason);
  return std::move(reading.closures);
}

void print_due(CommonOptions const& common, DueOptions const& options) {
  auto const from = parse_date(options.from);
  if (!from) throw CommandFailed("--from attend une date AAAA-MM-JJ.");
  auto const period = parse_period(options.period);
  if (!period) throw CommandFailed("--period attend par exemple P15D, P1M, P2W ou -P1M.");
  auto const roll = options.roll.empty() ? default_roll(*period) : parse_roll(options.roll);
  if (!roll)
    throw CommandFailed("--roll : none, next_working_day, next_opening_day ou previous_opening_day.");
  OpeningCalendar const calendar(region_of(options.region), closures_of(options.closures));
  auto const date = due_date(*from, *period, *roll, calendar);
  if (common.json)
    std::cout << Json{{"raw", to_string(date.raw)},
                      {"due", to_string(date.due)},
                      {"derivation", date.derivation}}
                     .dump()
              << "\n";
  else
    std::cout << to_string(date.due) << "\n" << date.derivation << "\n";
}

}  // namespace

void add_calendar(CLI::App& app, CommonOptions const& common) {
  auto* group =
      app.add_subcommand("calendar", "Jours fériés et échéances")->require_subcommand(1)->fallthrough();
  struct Year {
    int year = 0;
    std::string region = "metropole";
  };
  auto year = std::make_shared<Year>();
  auto* holidays = add_verb(*group, "holidays", "Les jours fériés d'une année",
                            [&common, year] { print_holidays(common, year->year, year->region); });
  holidays->add_option("--year", year->year, "L'année")->required()->check(CLI::Range(1900, 2199));
  holidays->add_option("--region", year->region, "metropole ou alsace-moselle")->capture_default_str();
  auto options = std::make_shared<DueOptions>();
  auto* due = add_verb(*group, "due", "Une échéance et son calcul",
                       [&common, options] { print_due(common, *options); });
  due->add_option("--from", options->from, "À compter de, AAAA-MM-JJ")->required();
  due->add_option("--period", options->period, "P15D, P1M, P2W, -P1M…")->required();
  due->add_option("--roll", options->roll, "none, next_working_day, next_opening_day, previous_opening_day");
  due->add_option("--region", options->region, "metropole ou alsace-moselle")->capture_default_str();
  due->add_option("--closures", options->closures, "Fichier : une fermeture par ligne, début;fin;motif");
}

}  // namespace jalon::commands
