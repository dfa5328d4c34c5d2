// Putting right who the person is and how to reach them: a letter came back, somebody moved.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

RoleSet correctors();  // as PATCH /cases/{id}

std::vector<PageRoute> case_person_pages();

}  // namespace jalon::pages
