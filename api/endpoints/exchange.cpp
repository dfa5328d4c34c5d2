#include <sodium.h>

#include <algorithm>
#include <charconv>

#include "api/endpoints/hashing.hpp"
#include "api/endpoints/route.hpp"

namespace jalon::api {

namespace {
std::optional<std::string> key_of(http::Request const& http) {
  auto key = http.header("idempotency-key");
  if (!key) return std::nullopt;
  bool const printable =
      std::all_of(key->begin(), key->end(), [](unsigned char c) { return c > 0x20 && c < 0x7f; });
  if (key->empty() || key->size() > 200 || !printable)
    throw ApiProblem{ProblemName::malformed, "Idempotency-Key : de 1 à 200 signes visibles sont attendus."};
  return key;
}
}  // namespace

Request Exchange::request() const {
  Request request;
  request.establishment = caller.establishment;
  request.actor = {caller.login, roles, caller.mdph.value_or("")};
  request.key = key_of(http);
  if (request.key) request.body_hash = hash_of(http.method + " " + http.path + "\n" + body.dump());
  return request;
}

RoleSet roles_of(Registers::Caller const& caller) {
  RoleSet roles;
  for (auto const& name : caller.roles)
    if (auto const role = parse_role(name)) roles.add(*role);
  return roles;
}

Sight sight_of(Registers::Caller const& caller, RoleSet roles) {
  Sight sight{caller.establishment, std::nullopt};
  if (!roles.meets(team_roles())) sight.mdph = caller.mdph.value_or("-");
  return sight;
}

std::optional<int> Exchange::expected_revision() const {
  auto const header = http.header("if-match");
  if (!header || *header == "*") return std::nullopt;
  std::string_view text = *header;
  if (text.size() > 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  int revision = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), revision);
  if (error != std::errc{} || end != text.data() + text.size())
    throw ApiProblem{ProblemName::malformed,
                     "If-Match : la révision entre guillemets est attendue, par exemple \"3\"."};
  return revision;
}

http::Response json_response(Json const& body, int status) {
  return {status, "application/json", body.dump(), {}};
}

http::Response case_response(Done const& done, int status) {
  auto response = json_response(done.answer, status);
  response.headers.emplace_back("ETag", "\"" + std::to_string(done.revision) + "\"");
  return response;
}

http::Response respond(Outcome const& outcome, int status) {
  if (auto const* done = std::get_if<Done>(&outcome)) return case_response(*done, status);
  if (auto const* refusal = std::get_if<Refusal>(&outcome)) throw from_refusal(*refusal);
  if (std::holds_alternative<KeyReused>(outcome)) throw ApiProblem{ProblemName::key_reused, ""};
  throw ApiProblem{ProblemName::no_such_case, ""};
}

PageRequest page_request(Exchange const& exchange) {
  PageRequest page;
  page.cursor = exchange.query("cursor");
  auto const limit = exchange.query("limit");
  if (!limit) return page;
  auto const [end, error] = std::from_chars(limit->data(), limit->data() + limit->size(), page.limit);
  if (error != std::errc{} || end != limit->data() + limit->size() || page.limit < 1 || page.limit > 200)
    throw invalid_data({{"/limit", "range", "un nombre de 1 à 200 est attendu"}});
  return page;
}

http::Response page_response(Page const& page) {
  return json_response({{"items", page.items}, {"next", page.next ? Json(*page.next) : Json(nullptr)}});
}

std::vector<QueryParameter> page_parameters() {
  return {{"limit", "Nombre d'éléments, de 1 à 200", {{"type", "integer"}, {"minimum", 1}, {"maximum", 200}}},
          {"cursor", "Suite d'une page : son champ `next`", {{"type", "string"}}}};
}

}  // namespace jalon::api
