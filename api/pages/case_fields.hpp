// The form of one event for each of several cases on one page: every field once for each case, named
// « outcome.2026-0012 ».
#pragma once
#include <string>
#include <vector>

#include "api/pages/event_form.hpp"

namespace jalon::pages {

// As fields_of() gives them. What was typed is the part of the form that is this case's.
Json fields_of_case(Json const& schema, FormState const& state, std::string const& reference);

// The files a form has fields for, in its order.
std::vector<std::string> references_in(Form const& form);

// What a page shows of a case before anything is typed; an absent or null value is an empty field.
Form form_of(Json const& values);

}  // namespace jalon::pages
