// One request of a logged-in person, as a page sees it.
#pragma once
#include <map>
#include <string>

#include "api/endpoints/route.hpp"
#include "api/endpoints/router.hpp"
#include "api/pages/form.hpp"

namespace jalon::pages {

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
  // What the API does, done for this person: its answer as it is, or its body; throws the ApiProblem it
  // names.
  // The key (of the form, « cle ») keeps what is sent twice from being done twice.
  http::Response ask_api(std::string const& method, std::string const& address, Json const& body = nullptr,
                         std::string const& key = "") const;
  Json call_api(std::string const& method, std::string const& address, Json const& body = nullptr,
                std::string const& key = "") const;
  http::Response read_paper(std::string const& address) const;  // a PDF or a spreadsheet, as the API gives it

  // All items of one of its lists, page after page; the address has no parameters.
  Json all_items(std::string const& address) const;

  // As the runner wants it. The key keeps a form that is sent twice from acting twice.
  Request request(std::string const& key = "") const;
};

}  // namespace jalon::pages
