// What the establishment reports of a period, and the same as a sheet.
#pragma once
#include "api/endpoints/route.hpp"
#include "engine/ports/spreadsheet.hpp"
#include "engine/statistics/figure.hpp"

namespace jalon::api {

// Of the notifications received between two days, both included.
struct StatisticsPeriod {
  Date first, last;
};

// Errors name /from and /to; a period holds at most ten years. Without days: the year of `today` so far.
StatisticsPeriod statistics_period(std::optional<std::string> const& from,
                                   std::optional<std::string> const& to, Date today);

// Where two definitions name a state, the first one's label counts.
std::vector<Figure> statistics(Statistics& register_, std::vector<Definition> const& definitions,
                               std::string const& establishment, StatisticsPeriod const& period, Date today);

Json statistics_json(StatisticsPeriod const& period, std::vector<Figure> const& figures);
Sheet statistics_sheet(StatisticsPeriod const& period, std::vector<Figure> const& figures);

std::vector<Route> statistics_routes();

}  // namespace jalon::api
