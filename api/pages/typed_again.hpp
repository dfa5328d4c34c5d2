// What was typed is not lost with a session: the page that comes instead shows it, and sends it again once
// one is logged in.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

// For a form of ours that came without a session, or with the token of an earlier one. `visit.form` holds
// what was sent. Nothing was done with it; sending it again takes a click.
http::Response typed_again(Visit const& visit);

// Passwords and codes are not handed back; a form without any text has nothing to lose.
bool can_be_typed_again(Form const& form);

}  // namespace jalon::pages
