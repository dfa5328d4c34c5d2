// What the pages below /reglages share: the list of them, and lists read to their end.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

constexpr RoleSet administration() {
  return {Role::administrator};
}
constexpr RoleSet those_who_set() {
  return {Role::coordinator, Role::deputy_director, Role::administrator};
}

// The frame of a page of settings: the menu, with the page one is on, and what was just done.
http::Response render_setting(Visit const& visit, std::string_view name, Json data, int status = 200);

std::vector<PageRoute> settings_pages();  // /reglages itself

}  // namespace jalon::pages
