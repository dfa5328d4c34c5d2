// Logging in at a provider of identities (engine/ports/identity_provider.hpp): there with a question, back
// with a code. The question is kept in a cookie of its own, good for ten minutes and once.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> outside_log_in_pages();

}  // namespace jalon::pages
