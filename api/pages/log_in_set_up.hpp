// Whose role must have a second factor (setting « second_factor ») and who has none yet sets it up between
// the password and the session: /connexion/second-facteur.
#pragma once
#include "api/pages/page_route.hpp"
#include "engine/ports/second_factors.hpp"

namespace jalon::pages {

// Whether that account's roles must have one, by the setting of its establishment.
bool must_have_second_factor(Visit const& visit, AccountName const& account);

// The drawing with a ticket; the session opens when a code shows that the telephone has it.
http::Response ask_to_set_up(Visit const& visit, AccountName const& account);

std::vector<PageRoute> log_in_set_up_pages();

}  // namespace jalon::pages
