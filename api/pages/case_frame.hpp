// What stands at the top of every page of a file: who, where on the way, and the ways to its other pages.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

Definition const& definition_for(Visit const& visit, Json const& shown);

// « shown »: the case as the API shows it. The tab is one of "", "parcours", "sejour", "acces".
Json case_frame(Visit const& visit, Json const& shown, std::string const& tab);

}  // namespace jalon::pages
