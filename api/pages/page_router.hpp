// From a browser's request to a page and back: finding it, who is logged in, roles, forged forms, errors in
// words.
#pragma once
#include "api/endpoints/address.hpp"
#include "api/pages/page_route.hpp"

namespace jalon::pages {

class PageRouter {
 public:
  PageRouter(api::House& house, api::Router& api, std::vector<PageRoute> routes);
  http::Response answer(http::Request const& request);
  // The page's address as metrics name it (« /dossiers/{reference} »).
  std::string address_of(http::Request const& request) const;

 private:
  struct Found {
    PageRoute const* route = nullptr;
    std::map<std::string, std::string> path;
    std::string other_methods;  // « GET, HEAD, POST »
  };
  Found find(http::Request const& request) const;
  std::optional<std::string> without_slash(http::Request const& request) const;
  http::Response without_session(Visit& visit) const;
  http::Response not_here(Found const& found, Visit const& visit) const;
  http::Response execute(Found const& found, Visit& visit);
  bool log_in_of(Visit& visit);  // false: nobody is

  api::House& house_;
  api::Router& api_;
  std::vector<PageRoute> routes_;
  std::vector<api::AddressPattern> addresses_;
};

}  // namespace jalon::pages
