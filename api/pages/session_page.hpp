#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

// « Groupe »: who has a seat, who is next and why, the letters of the dates, the lists to print; « Semaines
// ».
std::vector<PageRoute> session_page_pages();

}  // namespace jalon::pages
