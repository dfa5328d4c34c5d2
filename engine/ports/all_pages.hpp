// A list read to its end: what a terminal or a page shows is whole.
#pragma once
#include <functional>

#include "engine/ports/registers.hpp"

namespace jalon {

inline Json all_pages(std::function<Page(PageRequest const&)> const& read) {
  Json items = Json::array();
  PageRequest request{200, std::nullopt};
  do {
    auto const page = read(request);
    items.insert(items.end(), page.items.begin(), page.items.end());
    request.cursor = page.next;
  } while (request.cursor);
  return items;
}

}  // namespace jalon
