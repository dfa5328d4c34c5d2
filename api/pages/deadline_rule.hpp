// How a deadline is counted, as people say it.
#pragma once
#include <string>

namespace jalon::pages {

std::string period_in_french(
    std::string const& period);  // « P15D » : « 15 jours », « -P1M » : « 1 mois avant »

// Of a definition's rule: « P15D from received_on, next_opening_day » is « 15 jours après la réception de la
// notification, jour d’ouverture suivant ».
std::string rule_in_french(std::string rule);

}  // namespace jalon::pages
