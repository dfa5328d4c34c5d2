// A refusal on its way to the client: one of the problem documents the contract names. Thrown anywhere below
// an endpoint, turned into an answer in one place (router.cpp).
#pragma once
#include <string>
#include <vector>

#include "api/http/message.hpp"
#include "engine/decision/decision.hpp"

namespace jalon::api {

enum class ProblemName {
  malformed,
  unauthenticated,
  not_found,
  no_such_case,
  role_not_allowed,
  method_not_allowed,
  unsupported_media_type,
  stale,
  not_allowed_here,
  invalid_data,
  refused,
  key_reused,
  throttled,
  unavailable
};

struct ApiProblem {
  ProblemName name;
  std::string detail;
  FieldErrors errors = {};
  std::vector<BlockedBy> blocked_by = {};
};

int status_of(ProblemName name);
std::string_view identifier_of(ProblemName name);  // « no_such_case », the last part of its type
std::string_view french_title_of(ProblemName name);

http::Response to_response(ApiProblem const& problem);
ApiProblem from_refusal(Refusal const& refusal);
ApiProblem invalid_data(FieldErrors errors);

}  // namespace jalon::api
