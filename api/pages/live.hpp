// What changes elsewhere while a page is open, as server-sent events: each answer is short and ends, and the
// browser asks again from where it stands (Last-Event-ID), so that no connection is held for it.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> live_pages();

}  // namespace jalon::pages
