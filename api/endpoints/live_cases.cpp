#include "api/endpoints/live_cases.hpp"

#include "engine/ports/establishment_scope.hpp"

namespace jalon::api {

std::string moved_event(int revision) {
  auto const now = std::to_string(revision);
  return "id: " + now + "\nevent: moved\ndata: {\"revision\":" + now + "}\n\n";
}

void LiveCases::follow(std::string establishment, std::string reference, int known,
                       std::shared_ptr<http::EventStream> stream) {
  std::lock_guard lock(mutex_);
  followers_.push_back({std::move(establishment), std::move(reference), known, std::move(stream)});
}

void LiveCases::look() {
  for (auto const& [establishment, references] : watched()) {
    EstablishmentScope const scope(establishment);
    tell(establishment, watch_.revisions(establishment, references));
  }
}

std::size_t LiveCases::followers() const {
  std::lock_guard lock(mutex_);
  return followers_.size();
}

std::map<std::string, std::vector<std::string>> LiveCases::watched() {
  std::lock_guard lock(mutex_);
  std::erase_if(followers_, [](Follower const& follower) { return follower.stream->is_over(); });
  std::map<std::string, std::vector<std::string>> by_establishment;
  for (auto const& follower : followers_)
    by_establishment[follower.establishment].push_back(follower.reference);
  return by_establishment;
}

void LiveCases::tell(std::string const& establishment, std::map<std::string, int> const& revisions) {
  std::lock_guard lock(mutex_);
  for (auto& follower : followers_) {
    auto const found = revisions.find(follower.reference);
    if (follower.establishment != establishment || found == revisions.end()) continue;
    if (follower.known == found->second) continue;
    follower.known = found->second;
    follower.stream->send(moved_event(found->second));
  }
}

}  // namespace jalon::api
