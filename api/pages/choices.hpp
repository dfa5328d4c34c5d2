// What fields that point to something may be: sessions and committees to come, colleagues.
#pragma once
#include "api/pages/event_form.hpp"
#include "api/pages/visit.hpp"

namespace jalon::pages {

// Only what the schema's fields ask for is read.
Options options_for(Visit const& visit, Json const& schema);

}  // namespace jalon::pages
