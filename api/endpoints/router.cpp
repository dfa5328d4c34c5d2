#include "api/endpoints/router.hpp"

#include <algorithm>
#include <cctype>

#include "api/log/log_line.hpp"
#include "engine/json/strict_json.hpp"
#include "engine/ports/establishment_scope.hpp"
#include "engine/ports/log_ins.hpp"

namespace jalon::api {

namespace {

constexpr std::string_view base_address = "/api/v1";

std::string whole_address(Route const& route) {
  return route.outside_base ? route.address : std::string(base_address) + route.address;
}

// « application/json », in whatever case, alone or with parameters.
bool is_json(std::optional<std::string> const& content_type) {
  if (!content_type) return true;
  std::string type = content_type->substr(0, content_type->find_first_of("; "));
  std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
  return type == "application/json";
}

// A misspelt `dry_run` must not write, nor a misspelt filter show everything.
void refuse_unknown_parameters(Route const& route, http::Request const& request) {
  FieldErrors errors;
  for (auto const& [name, unused] : request.query) {
    bool const known =
        std::any_of(route.parameters.begin(), route.parameters.end(),
                    [&, &name = name](QueryParameter const& each) { return each.name == name; });
    if (!known) errors.push_back({"/" + name, "unknown_field", "ce paramètre est inconnu ici"});
  }
  if (!errors.empty()) throw invalid_data(std::move(errors));
}

Json read_body(Route const& route, http::Request const& request) {
  if (request.body.empty()) {
    if (!route.body_schema.is_null() && route.body_schema.contains("required"))
      throw ApiProblem{ProblemName::malformed, "Un corps en JSON est attendu."};
    return nullptr;
  }
  if (!is_json(request.header("content-type"))) throw ApiProblem{ProblemName::unsupported_media_type, ""};
  try {
    return parse_json(request.body);
  } catch (MalformedJson const& malformed) {
    throw ApiProblem{ProblemName::malformed, malformed.what()};
  }
}

// What the work answers, or the problem document of what it throws.
template <class Work>
auto or_its_problem(Work const& work) -> decltype(work()) {
  try {
    return work();
  } catch (ApiProblem const& problem) {
    return to_response(problem);
  } catch (BadCursor const&) {
    return to_response(invalid_data({{"/cursor", "value", "cette suite de page n'est pas valable"}}));
  } catch (Unavailable const&) {
    return to_response({ProblemName::unavailable, ""});
  } catch (UnknownPlace const& unknown) {
    log_line(LogLevel::error, "case of an unknown definition", {{"why", unknown.what()}});
    return to_response(
        {ProblemName::unavailable, "Ce dossier suit une version du parcours que ce programme n'a pas."});
  }
}

}  // namespace

Router::Router(House& house, std::vector<Route> routes)
    : house_(house), routes_(std::move(routes)), authentication_(house.registers, house.log_ins) {
  for (auto const& route : routes_) addresses_.emplace_back(whole_address(route));
}

Router::Found Router::find(http::Request const& request) const {
  Found found;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    auto const& route = routes_[i];
    std::map<std::string, std::string> path;
    if (!addresses_[i].matches(request.segments, path)) continue;
    if (route.method == request.method) return {&route, std::move(path), {}};
    found.other_methods.push_back(route.method);
  }
  return found;
}

bool Router::is_for(http::Request const& request) const {
  if (!request.segments.empty() && request.segments.front() == "api") return true;
  auto const found = find(request);
  return found.route || !found.other_methods.empty();
}

std::string Router::address_of(http::Request const& request) const {
  auto const found = find(request);
  return found.route ? found.route->address : "other";
}

http::Response Router::answer(http::Request const& request) {
  return answer_to(request, [&] { return caller_of(request); });
}

http::Response Router::answer_as(Registers::Caller const& caller, http::Request const& request) {
  return answer_to(request, [&] { return caller; });
}

http::Response Router::answer_to(http::Request const& request, Asking const& who) {
  return or_its_problem([&]() -> http::Response {
    auto const found = find(request);
    if (found.route) return execute(found, request, who);
    if (found.other_methods.empty()) throw ApiProblem{ProblemName::not_found, ""};
    auto response = to_response({ProblemName::method_not_allowed, ""});
    std::string allowed;
    for (auto const& method : found.other_methods)
      allowed += (allowed.empty() ? "" : ", ") + (method == "GET" ? "GET, HEAD" : method);
    response.headers.emplace_back("Allow", allowed);
    return response;
  });
}

std::optional<http::Response> Router::turn_away(http::Request const& request) {
  return or_its_problem([&]() -> std::optional<http::Response> {
    auto const found = find(request);
    if (found.route && !found.route->open_to_all) caller_of(request);
    return std::nullopt;
  });
}

Registers::Caller Router::caller_of(http::Request const& request) {
  auto caller = authentication_.caller(request);
  if (!caller) throw ApiProblem{ProblemName::unauthenticated, ""};
  return std::move(*caller);
}

http::Response Router::execute(Found const& found, http::Request const& request, Asking const& who) {
  auto const& route = *found.route;
  Exchange exchange{house_, request, found.path, {}, {}, read_body(route, request)};
  if (route.open_to_all) return route.execute(exchange);
  exchange.caller = who();
  exchange.roles = roles_of(exchange.caller);
  EstablishmentScope const scope(exchange.caller.establishment);
  if (!route.roles.empty() && !route.roles.meets(exchange.roles))
    throw ApiProblem{ProblemName::role_not_allowed, ""};
  refuse_unknown_parameters(route, request);
  return route.execute(exchange);
}

}  // namespace jalon::api
