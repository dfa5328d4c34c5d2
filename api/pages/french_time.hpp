// Dates as people say them.
#pragma once
#include <string>

#include "engine/calendar/date.hpp"
#include "engine/json/json.hpp"

namespace jalon::pages {

// « en retard de 3 jours », « aujourd’hui », « demain », « dans 12 jours ».
std::string relative(Date due, Date today);

std::string long_french(Date date);                // « mardi 7 avril 2026 »
std::string month_name(std::chrono::month month);  // « avril »

std::string french_day(Json const& instant);  // « 02/03/2026 », of an instant as the API writes it

// « 02/03/2026 à 09:00 », of an instant as the API writes it; empty for null.
std::string french_moment(Json const& instant);

}  // namespace jalon::pages
