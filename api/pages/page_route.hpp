// A page is described once: method, address, who may, and the function that answers.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "api/pages/visit.hpp"

namespace jalon::pages {

struct PageRoute {
  std::string method, address;  // « /dossiers/{reference} »
  std::function<http::Response(Visit&)> execute;
  RoleSet roles = {};        // empty: everybody who is logged in
  bool open_to_all = false;  // without logging in
};

std::vector<PageRoute> all_pages();

}  // namespace jalon::pages
