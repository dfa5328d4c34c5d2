// The way in and out: /connexion, /deconnexion.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> log_in_pages();

// To /connexion, and from there back to where the browser wanted to go.
http::Response ask_to_log_in(http::Request const& request);

// What went wrong, on the page where it can be tried again.
http::Response log_in_page(Visit const& visit, std::string const& error, int status);

// Opens a session of its own for that account, and leads on. The one before ends.
http::Response let_in(Visit const& visit, LogInAttempt const& attempt, std::string const& way_back);

// Where to go after logging in: a path of this site as it was asked for, or the first page.
std::string way_back(std::string const& asked);

}  // namespace jalon::pages
