// A list read to its end, where what is shown is whole.
#pragma once
#include <functional>

#include "engine/ports/registers.hpp"

namespace jalon::api {

inline Json all_items(std::function<Page(PageRequest const&)> const& read) {
  Json items = Json::array();
  PageRequest request{200, std::nullopt};
  do {
    auto const page = read(request);
    items.insert(items.end(), page.items.begin(), page.items.end());
    request.cursor = page.next;
  } while (request.cursor);
  return items;
}

}  // namespace jalon::api
