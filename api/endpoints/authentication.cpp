#include "api/endpoints/authentication.hpp"

#include "api/endpoints/hashing.hpp"

namespace jalon::api {

namespace {
constexpr std::chrono::seconds remembered_for{1};
constexpr std::size_t most_remembered = 10'000;

std::optional<std::string> bearer_token(std::optional<std::string> const& header) {
  if (!header || header->size() <= 7 || header->size() > 200) return std::nullopt;
  std::string_view const scheme = std::string_view(*header).substr(0, 7);
  if (scheme != "Bearer " && scheme != "bearer ") return std::nullopt;
  return header->substr(7);
}
}  // namespace

std::optional<Registers::Caller> Authentication::caller(
    std::optional<std::string> const& authorization_header) {
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
