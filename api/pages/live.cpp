#include "api/pages/live.hpp"

#include "api/pages/case_of.hpp"
#include "engine/ports/case_watch.hpp"

namespace jalon::pages {

namespace {

constexpr int seconds_between = 10;

// The revision the page shows, or the last one it was told.
std::string known_revision(Visit const& visit) {
  return visit.http.header("last-event-id").value_or(visit.query("depuis"));
}

http::Response watch_case(Visit& visit) {
  auto const revision = visit.house.watch.revision(visit.sight(), visit.path.at("reference"));
  if (!revision) throw api::ApiProblem{api::ProblemName::no_such_case, ""};
  auto const now = std::to_string(*revision);
  std::string events = "retry: " + std::to_string(seconds_between * 1000) + "\n";
  events += known_revision(visit) == now
                ? ": rien de nouveau\n\n"
                : "id: " + now + "\nevent: moved\ndata: {\"revision\":" + now + "}\n\n";
  return {200, "text/event-stream; charset=utf-8", std::move(events), {{"Cache-Control", "no-store"}}};
}

}  // namespace

std::vector<PageRoute> live_pages() {
  return {{.method = "GET",
           .address = "/dossiers/{reference}/evenements",
           .execute = watch_case,
           .roles = case_roles()}};
}

}  // namespace jalon::pages
