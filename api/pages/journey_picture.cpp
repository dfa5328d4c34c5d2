#include "api/pages/journey_picture.hpp"

#include <mutex>

#include "api/log/log_line.hpp"
#include "engine/ports/drawer.hpp"
#include "engine/proof/diagram.hpp"

namespace jalon::pages {

namespace {

std::string const& drawn(Drawer const& drawer, Definition const& definition) {
  static std::mutex mutex;
  static std::map<std::string, std::string> pictures;
  std::lock_guard const lock(mutex);
  auto const key = std::string(definition.id) + "/" + std::to_string(definition.version);
  if (auto const found = pictures.find(key); found != pictures.end()) return found->second;
  std::string picture;
  try {
    picture = drawer.draw(journey_to_dot(definition));
  } catch (DrawingFailed const& failed) {
    log_line(LogLevel::warning, "pathway not drawn", {{"why", failed.what()}});
  }
  return pictures[key] = picture;
}

}  // namespace

std::string journey_picture(Visit const& visit, Definition const& definition, std::string const& here,
                            std::set<std::string> const& visited) {
  constexpr std::string_view mark = "place_";
  std::string const& plain = drawn(visit.house.drawer, definition);
  std::string lit;
  for (std::size_t at = 0; at < plain.size();) {
    auto const found = plain.find(mark, at);
    if (found == std::string::npos) return lit + plain.substr(at);
    auto const end = plain.find_first_of("\" ", found);
    auto const place = plain.substr(found + mark.size(), end - found - mark.size());
    lit += plain.substr(at, end - at);
    if (place == here)
      lit += " here";
    else if (visited.contains(place))
      lit += " visited";
    at = end;
  }
  return lit;
}

}  // namespace jalon::pages
