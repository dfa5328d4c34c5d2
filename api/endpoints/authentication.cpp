#include "api/endpoints/authentication.hpp"

#include "api/endpoints/api_problem.hpp"
#include "api/endpoints/browser_session.hpp"
#include "api/endpoints/hashing.hpp"

namespace jalon::api {

namespace {
constexpr std::chrono::seconds remembered_for{1};
constexpr std::size_t most_remembered = 10'000;

std::optional<std::string> bearer_token(std::string const& header) {
  if (header.size() <= 7 || header.size() > 200) return std::nullopt;
  std::string_view const scheme = std::string_view(header).substr(0, 7);
  if (scheme != "Bearer " && scheme != "bearer ") return std::nullopt;
  return header.substr(7);
}

void refuse_forged(http::Request const& request, std::string const& secret) {
  bool const changes_something = request.method != "GET";
  if (!changes_something) return;
  if (comes_from_our_pages(request) && is_form_token(secret, request.header("x-csrf-token").value_or("")))
    return;
  throw ApiProblem{
      ProblemName::role_not_allowed,
      "Cette demande ne vient pas d'une page de cette session : X-CSRF-Token doit porter son jeton."};
}
}  // namespace

std::optional<Registers::Caller> Authentication::caller(http::Request const& request) {
  auto const header = request.header("authorization");
  return header ? caller_by_token(*header) : caller_by_session(request);
}

std::optional<Registers::Caller> Authentication::caller_by_session(http::Request const& request) {
  auto const secret = session_secret(request);
  if (!secret) return std::nullopt;
  auto caller = log_ins_.caller_of_session(hash_of(*secret));
  if (caller) refuse_forged(request, *secret);
  return caller;
}

std::optional<Registers::Caller> Authentication::caller_by_token(std::string const& authorization_header) {
  auto const token = bearer_token(authorization_header);
  if (!token) return std::nullopt;
  std::string const hash = hash_of(*token);
  auto const now = std::chrono::steady_clock::now();
  {
    std::lock_guard const lock(mutex_);
    auto const found = remembered_.find(hash);
    if (found != remembered_.end() && found->second.until > now) return found->second.caller;
  }
  auto caller = registers_.caller_of_token(hash);
  std::lock_guard const lock(mutex_);
  if (remembered_.size() >= most_remembered) remembered_.clear();
  remembered_[hash] = {caller, now + remembered_for};
  return caller;
}

}  // namespace jalon::api
