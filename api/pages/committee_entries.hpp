// Who comes on a committee's list and leaves it, and what the person said of the MDPH reading the urgency.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> committee_entry_pages();

Json cases_waiting(Visit const& visit);  // as the list of cases gives them
RoleSet consent_roles();

}  // namespace jalon::pages
