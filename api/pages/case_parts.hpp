// The parts of a case's page, each as its template shows it.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

// Of the case as the API shows it (« shown »).
Json places_of(Definition const& definition, Json const& shown);  // [{"region","state"}]
Json due_of(Json const& shown, Date today);                       // what is due, and how it was counted
Json documents_of(Json const& shown);                             // [{"label","here"}]
Json tasks_of(Json const& shown);                                 // those no deadline says already
// Every entry with its letters and reports, the newest first. `items` are those of GET /cases/{id}/history.
Json timeline_of(Visit const& visit, Definition const& definition, Json const& items);

}  // namespace jalon::pages
