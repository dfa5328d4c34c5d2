#include "api/pages/live.hpp"

#include <charconv>

#include "api/endpoints/live_cases.hpp"
#include "api/pages/case_of.hpp"

namespace jalon::pages {

namespace {

// The revision the page shows, or the last one it was told; what is no number is no revision it could know.
int known_revision(Visit const& visit) {
  auto const text = visit.http.header("last-event-id").value_or(visit.query("depuis"));
  int known = 0;
  std::from_chars(text.data(), text.data() + text.size(), known);
  return known;
}

http::Response watch_case(Visit& visit) {
  auto const& reference = visit.path.at("reference");
  auto const revision = visit.house.watch.revision(visit.sight(), reference);
  if (!revision) throw api::ApiProblem{api::ProblemName::no_such_case, ""};
  std::string begin = "retry: 1000\n\n";
  if (*revision != known_revision(visit)) begin += api::moved_event(*revision);
  auto stream = std::make_shared<http::EventStream>();
  visit.house.live.follow(visit.caller.establishment, reference, *revision, stream);
  return {200, "text/event-stream; charset=utf-8", std::move(begin), {{"Cache-Control", "no-store"}}, stream};
}

}  // namespace

std::vector<PageRoute> live_pages() {
  return {{.method = "GET",
           .address = "/dossiers/{reference}/evenements",
           .execute = watch_case,
           .roles = case_roles()}};
}

}  // namespace jalon::pages
