// Dates as people say them.
#pragma once
#include <string>

#include "engine/calendar/date.hpp"

namespace jalon::pages {

// « en retard de 3 jours », « aujourd’hui », « demain », « dans 12 jours ».
std::string relative(Date due, Date today);

std::string long_french(Date date);                // « mardi 7 avril 2026 »
std::string month_name(std::chrono::month month);  // « avril »

}  // namespace jalon::pages
