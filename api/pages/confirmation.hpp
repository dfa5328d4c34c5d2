// What was just done, in words, on the page one comes back to: carried as names in the address, never as
// text.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

// `address` with what was done: « /?fait=send_first_contact&dossier=2026-0012 ».
std::string with_confirmation(std::string const& address, std::string const& done,
                              std::string const& reference);

// {"text","reference","may_correct"}, or null when the address tells of nothing known.
Json confirmation_of(Visit const& visit);

}  // namespace jalon::pages
