#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

// « Envoyer »: to whom the list goes and what each will see, the versions that were sent, as papers.
std::vector<PageRoute> committee_sending_pages();

}  // namespace jalon::pages
