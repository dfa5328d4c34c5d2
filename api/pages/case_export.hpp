// Everything that is kept about a person, for the person who asks (right of access): to be read, and for
// another program.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> case_export_pages();

}  // namespace jalon::pages
