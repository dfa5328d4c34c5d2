// An endpoint is described once: method, address, who may, what it takes, what it gives, and the function
// that does it. The router, the checks at the door and the OpenAPI document all come from this description.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "api/endpoints/api_problem.hpp"
#include "api/endpoints/house.hpp"
#include "api/http/message.hpp"

namespace jalon::api {

RoleSet roles_of(Registers::Caller const& caller);
Sight sight_of(Registers::Caller const& caller, RoleSet roles);  // whose cases a caller sees

// One request with its answer: what an endpoint sees.
struct Exchange {
  House& house;
  http::Request const& http;
  std::map<std::string, std::string> path;  // « id » → its value
  Registers::Caller caller;
  RoleSet roles;
  Json body;  // null without one

  Request request() const;  // as the runner wants it: who asks, under which key
  Sight sight() const { return sight_of(caller, roles); }
  std::optional<std::string> query(std::string_view name) const { return http.query_value(name); }
  std::optional<int> expected_revision() const;  // If-Match
};

struct QueryParameter {
  std::string name, description;
  Json schema;
};

struct Route {
  std::string method, address;  // « /cases/{id}/events », below /api/v1
  std::string operation, summary;
  int success = 200;
  std::function<http::Response(Exchange&)> execute;
  RoleSet roles = {};         // empty: every caller
  bool open_to_all = false;   // without authentication
  bool outside_base = false;  // not below /api/v1
  Json body_schema = {};      // null: takes no body
  Json answer_schema = {};
  std::vector<std::string> answer_types = {};     // an answer that is no JSON
  std::map<std::string, Json> path_schemas = {};  // of what is no identifier
  std::vector<QueryParameter> parameters = {};
  std::vector<ProblemName> problems = {};
  bool takes_key = false, takes_revision = false, gives_not_modified = false;
};

http::Response json_response(Json const& body, int status = 200);
http::Response case_response(Done const& done, int status = 200);  // with ETag
// The answer, or the problem it is.
http::Response respond(Outcome const& outcome, int status = 200);
PageRequest page_request(Exchange const& exchange);
http::Response page_response(Page const& page);
std::vector<QueryParameter> page_parameters();

// Every endpoint, in the order of the contract.
std::vector<Route> all_routes();

}  // namespace jalon::api
