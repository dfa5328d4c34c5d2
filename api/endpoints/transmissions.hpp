// Reports to the MDPH on ViaTrajectoire: the list, one as a document, and what people do about them.
#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> transmission_routes();

// Why a transmission cannot have been made on that day: it lies in the future, or before what it reports.
std::optional<std::string> fault_of_confirmation(Json const& transmission, Date on, Date today);

// Why it cannot be confirmed as it stands.
std::string why_not_confirmed(Json const& transmission);

}  // namespace jalon::api
