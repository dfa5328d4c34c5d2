#include "api/pages/page_router.hpp"

#include "api/endpoints/browser_session.hpp"
#include "api/endpoints/hashing.hpp"
#include "api/log/log_line.hpp"
#include "api/pages/error_page.hpp"
#include "api/pages/log_in.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/typed_again.hpp"
#include "engine/ports/establishment_scope.hpp"
#include "engine/ports/log_ins.hpp"
#include "engine/ports/sealed.hpp"

namespace jalon::pages {

namespace {

bool changes_something(http::Request const& request) {
  return request.method != "GET";
}

bool is_form(http::Request const& request) {
  auto const type = request.header("content-type").value_or("");
  return request.body.empty() || type.starts_with("application/x-www-form-urlencoded");
}

[[noreturn]] void refuse_forged() {
  throw api::ApiProblem{api::ProblemName::role_not_allowed,
                        "Ce formulaire ne vient pas de cette session. Rouvrez la page et recommencez."};
}

// Of a form of ours whose session is over, or was another.
bool is_to_be_sent_again(http::Request const& request) {
  return changes_something(request) && is_form(request) && api::comes_from_our_pages(request) &&
         can_be_typed_again(Form(request.body));
}

http::Response with_its_problem(Visit const& visit, std::function<http::Response()> const& work) {
  try {
    return work();
  } catch (api::ApiProblem const& problem) {
    return error_page(visit, problem);
  } catch (BadCursor const&) {
    return error_page(visit, {api::ProblemName::not_found, ""});
  } catch (Unavailable const&) {
    return error_page(visit, {api::ProblemName::unavailable, ""});
  } catch (SealedAway const& sealed) {
    return error_page(visit, {api::ProblemName::unavailable, sealed.what()});
  } catch (UnknownPlace const& unknown) {
    log_line(LogLevel::error, "case of an unknown definition", {{"why", unknown.what()}});
    return error_page(visit, {api::ProblemName::unavailable,
                              "Ce dossier suit une version du parcours que ce programme n’a pas."});
  }
}

}  // namespace

PageRouter::PageRouter(api::House& house, api::Router& api, std::vector<PageRoute> routes)
    : house_(house), api_(api), routes_(std::move(routes)) {
  for (auto const& route : routes_) addresses_.emplace_back(route.address);
}

PageRouter::Found PageRouter::find(http::Request const& request) const {
  Found found;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    std::map<std::string, std::string> path;
    if (!addresses_[i].matches(request.segments, path)) continue;
    if (routes_[i].method == request.method) return {&routes_[i], std::move(path), {}};
    auto const& method = routes_[i].method;
    found.other_methods +=
        (found.other_methods.empty() ? "" : ", ") + (method == "GET" ? "GET, HEAD" : method);
  }
  return found;
}

// « /dossiers/ », as people type it, is « /dossiers »; nothing for what is no page without its last slash
// either.
std::optional<std::string> PageRouter::without_slash(http::Request const& request) const {
  if (request.method != "GET" || request.segments.size() < 2 || !request.segments.back().empty())
    return std::nullopt;
  http::Request shorter = request;
  shorter.segments.pop_back(), shorter.path.pop_back();
  return find(shorter).route ? std::optional(shorter.path) : std::nullopt;
}

std::string PageRouter::address_of(http::Request const& request) const {
  auto const found = find(request);
  return found.route ? found.route->address : "other";
}

bool PageRouter::log_in_of(Visit& visit) {
  auto const secret = api::session_secret(visit.http);
  auto caller =
      secret ? house_.log_ins.caller_of_session(api::hash_of(*secret)) : std::optional<Registers::Caller>();
  if (!caller) return false;
  visit.secret = *secret;
  visit.roles = api::roles_of(*caller);
  visit.caller = std::move(*caller);
  return true;
}

http::Response PageRouter::answer(http::Request const& request) {
  Visit visit{house_, api_, request};
  return with_its_problem(visit, [&] {
    if (auto const page = without_slash(request)) return see_other(*page);
    auto const found = find(request);
    auto const clock = house_.registers.clock();
    visit.now = clock.now, visit.manual_clock = clock.manual;
    bool const logged_in = log_in_of(visit);
    EstablishmentScope const scope(visit.caller.establishment);
    if (found.route && !logged_in && !found.route->open_to_all) return without_session(visit);
    if (!found.route) return not_here(found, visit);
    return execute(found, visit);
  });
}

http::Response PageRouter::without_session(Visit& visit) const {
  if (!is_to_be_sent_again(visit.http)) return ask_to_log_in(visit.http);
  visit.form = Form(visit.http.body);
  return typed_again(visit);
}

http::Response PageRouter::not_here(Found const& found, Visit const& visit) const {
  if (found.other_methods.empty()) return error_page(visit, {api::ProblemName::not_found, ""});
  auto response = error_page(visit, {api::ProblemName::method_not_allowed, ""});
  response.headers.emplace_back("Allow", found.other_methods);
  return response;
}

http::Response PageRouter::execute(Found const& found, Visit& visit) {
  auto const& route = *found.route;
  visit.path = found.path;
  if (!route.roles.empty() && !route.roles.meets(visit.roles))
    throw api::ApiProblem{api::ProblemName::role_not_allowed, ""};
  if (changes_something(visit.http)) {
    if (!is_form(visit.http)) throw api::ApiProblem{api::ProblemName::unsupported_media_type, ""};
    visit.form = Form(visit.http.body);
    if (!api::comes_from_our_pages(visit.http)) refuse_forged();
    bool const of_this_session =
        visit.secret.empty() || api::is_form_token(visit.secret, visit.form.text("jeton"));
    if (!of_this_session && is_to_be_sent_again(visit.http)) return typed_again(visit);
    if (!of_this_session) refuse_forged();
  }
  return route.execute(visit);
}

}  // namespace jalon::pages
