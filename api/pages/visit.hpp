// One request of a logged-in person, as a page sees it.
#pragma once
#include <map>
#include <string>

#include "api/endpoints/route.hpp"
#include "api/endpoints/router.hpp"
#include "api/pages/form.hpp"

namespace jalon::pages {

// A problem document is an ApiProblem written down.
api::ApiProblem problem_of(http::Response const& response);

struct Visit {
  api::House& house;
  api::Router& api;
  http::Request const& http;
  std::map<std::string, std::string> path = {};  // « reference » → its value
  Form form = {};
  Registers::Caller caller = {};  // nobody on the pages that are open to all
  RoleSet roles = {};
  std::string secret = {};  // of the session
  Instant now = {};         // by the clock of record
  bool manual_clock = false;

  Date today() const { return paris_date(now); }
  Sight sight() const { return api::sight_of(caller, roles); }
  std::string query(std::string_view name) const { return http.query_value(name).value_or(""); }
  // What the API does, done for this person: its answer as it is, a refusal too. The key keeps a form that is
  // sent twice from acting twice.
  http::Response ask_api(std::string const& method, std::string const& address, Json const& body = nullptr,
                         std::string const& key = "") const;
  // The same, its body; throws the ApiProblem it names.
  Json call_api(std::string const& method, std::string const& address, Json const& body = nullptr,
                std::string const& key = "") const;
  // A PDF, a sheet, a page of its: handed on as it is. Throws the ApiProblem it names.
  http::Response read_paper(std::string const& address, std::string const& method = "GET",
                            Json const& body = nullptr) const;

  // All items of one of its lists, page after page; the address has no parameters.
  Json all_items(std::string const& address) const;

  // Of the form that was sent, or a new one for a form that is shown.
  std::string form_key() const;
  // As the runner wants it.
  Request request(std::string const& key = "") const;
};

}  // namespace jalon::pages
