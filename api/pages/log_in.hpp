// The way in and out: /connexion, /deconnexion.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> log_in_pages();

// To /connexion, and from there back to where the browser wanted to go.
http::Response ask_to_log_in(http::Request const& request);

// Where to go after logging in: a path of this site as it was asked for, or the first page.
std::string way_back(std::string const& asked);

}  // namespace jalon::pages
