// Turning the second factor on and off: /compte/second-facteur.
#pragma once
#include <cstdint>

#include "api/pages/page_route.hpp"
#include "engine/ports/second_factors.hpp"

namespace jalon::pages {

// What the telephone has to be shown: {"shared","grouped","address","side","squares"}
Json second_factor_drawing(std::string const& secret, std::string const& login);

// After a code of that step. The recovery codes, shown this once: [{"recovery_code"}]. Throws SealedAway.
Json turn_second_factor_on(Visit const& visit, AccountName const& account, std::string const& secret,
                           std::int64_t step);

std::vector<PageRoute> second_factor_pages();

}  // namespace jalon::pages
