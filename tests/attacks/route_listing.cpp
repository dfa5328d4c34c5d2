// Every route of the program, as it stands in the source: what the attacks are played on, so that a new route
// is covered by itself. One JSON document on the standard output.
#include <iostream>

#include "api/endpoints/route.hpp"
#include "api/pages/page_route.hpp"
#include "engine/json/json.hpp"

namespace {

template <class Route>
jalon::Json described(Route const& route, std::string const& base) {
  return {{"method", route.method},
          {"address", base + route.address},
          {"roles", route.roles.names()},
          {"open_to_all", route.open_to_all}};
}

}  // namespace

int main() {
  jalon::Json pages = jalon::Json::array(), endpoints = jalon::Json::array();
  for (auto const& route : jalon::pages::all_pages()) pages.push_back(described(route, ""));
  for (auto const& route : jalon::api::all_routes())
    endpoints.push_back(described(route, route.outside_base ? "" : "/api/v1"));
  std::cout << jalon::Json{{"pages", pages}, {"endpoints", endpoints}} << '\n';
}
