// What of a case is shown to whom (engine/access), and the register of who read its medical and social facts.
#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

// Who asks, with what is disclosed to them in this case beyond their roles.
Request request_to_read(Exchange const& exchange, std::string const& case_id);

// The answer to a change is made, and kept for its key, as the bare role reads it, because a consent or an
// access may have ended when it is repeated. What is disclosed now is read anew and put in, unless the case
// has moved on since.
void show_what_is_disclosed(Exchange const& exchange, Done& done);

// Before a case is shown: enters its reader for the facts that stand in it.
void enter_reading(Exchange const& exchange, Json const& shown_case);

// An entry of the history as these roles may read it.
void withhold_from_entries(Exchange const& exchange, std::string const& case_id, Json& entries);
void enter_reading_of_entries(Exchange const& exchange, std::string const& case_id, Json const& entries);

// Who may see who read a file.
RoleSet readers_of_register();

std::vector<Route> reading_routes();

}  // namespace jalon::api
