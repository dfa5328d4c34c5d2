// From an HTTP request to an endpoint and back: one function does finding, reading, authentication, roles,
// errors.
#pragma once
#include <string>
#include <vector>

#include "api/endpoints/address.hpp"
#include "api/endpoints/authentication.hpp"
#include "api/endpoints/route.hpp"

namespace jalon::api {

class Router {
 public:
  Router(House& house, std::vector<Route> routes);
  http::Response answer(http::Request const& request);
  // The same for somebody who is known without a token, because the house itself asks in their name: the same
  // checks, roles and answers.
  http::Response answer_as(Registers::Caller const& caller, http::Request const& request);
  // Whether the request is for the API: an address below /api, or one outside the base that a route has.
  bool is_for(http::Request const& request) const;
  // Before a body too large is refused: whoever may not ask is told only that.
  std::optional<http::Response> turn_away(http::Request const& request);
  // The route's address as metrics name it (« /cases/{id} »): no identifier, no personal data.
  std::string address_of(http::Request const& request) const;

 private:
  struct Found {
    Route const* route = nullptr;
    std::map<std::string, std::string> path;
    std::vector<std::string> other_methods;
  };
  Found find(http::Request const& request) const;
  using Asking = std::function<Registers::Caller()>;
  http::Response answer_to(http::Request const& request, Asking const& who);
  http::Response execute(Found const& found, http::Request const& request, Asking const& who);
  Registers::Caller caller_of(http::Request const& request);

  House& house_;
  std::vector<Route> routes_;
  std::vector<AddressPattern> addresses_;  // of the routes, in their order
  Authentication authentication_;
};

}  // namespace jalon::api
