// What one may do with a file, in the order in which it helps: first what answers the deadlines that run, the
// earliest first, then the other acts of the states the case is in; what may come at any time (renouncing, a
// suspension, a note) stands apart.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

struct ActsOfCase {
  Json of_this_step, at_any_time;  // [{"label","event","first"}]
};

// `shown` is the case as the API shows it to this caller.
ActsOfCase acts_of_case(Visit const& visit, Definition const& definition, Json const& shown);

// Among those, the ones by which documents arrive, are asked for or waived.
Json acts_on_documents(Definition const& definition, Json const& shown);

bool is_possible(Json const& shown, std::string_view event);
Json impossible_acts(Json const& shown);  // [{"label","reasons","who"}]

}  // namespace jalon::pages
