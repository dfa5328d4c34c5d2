// The case an address names.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

// Its identifier; throws ApiProblem no_such_case for a reference that is not in sight.
std::string case_id_of(Visit const& visit);

// As the API shows it to this person, with the schemas of what may be done.
Json case_of(Visit const& visit, std::string const& id);

// Case content is not for everybody: an administrator keeps accounts and settings.
RoleSet case_roles();

}  // namespace jalon::pages
