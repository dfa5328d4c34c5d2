#include "api/endpoints/address.hpp"

#include <algorithm>

namespace jalon::api {

namespace {

// « {id} », or « {secret}.ics »: what stands in its place is kept by its name.
bool fills(std::string const& pattern, std::string const& segment, std::map<std::string, std::string>& path) {
  auto const end = pattern.find('}');
  auto const suffix = std::string_view(pattern).substr(end + 1);
  if (segment.size() < suffix.size() || !segment.ends_with(suffix)) return false;
  path[pattern.substr(1, end - 1)] = segment.substr(0, segment.size() - suffix.size());
  return true;
}

}  // namespace

AddressPattern::AddressPattern(std::string_view address) {
  for (std::size_t from = 1; from < address.size();) {
    std::size_t const to = std::min(address.find('/', from), address.size());
    parts_.emplace_back(address.substr(from, to - from));
    from = to + 1;
  }
}

bool AddressPattern::matches(std::vector<std::string> const& segments,
                             std::map<std::string, std::string>& path) const {
  if (parts_.size() != segments.size()) return false;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    bool const fits =
        parts_[i].starts_with('{') ? fills(parts_[i], segments[i], path) : parts_[i] == segments[i];
    if (!fits) return false;
  }
  return true;
}

}  // namespace jalon::api
