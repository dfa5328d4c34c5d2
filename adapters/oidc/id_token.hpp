#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "engine/json/json.hpp"

namespace jalon::oidc {

/// What an ID token must be (OpenID Connect Core, 3.1.3.7).
struct ExpectedToken {
  std::string issuer, client_id, nonce;
  std::chrono::system_clock::time_point now;
};

/// Its claims, when one of these keys (a JWK set) signed it with RS256, PS256 or ES256 and it is for us, now;
/// else what is wrong with it, in English, for the log: it names nobody.
struct CheckedToken {
  Json claims;               // null when it does not hold
  std::string wrong;         // empty when it does
  bool unknown_key = false;  // the keys may have changed since they were fetched
};
CheckedToken check_id_token(std::string const& token, Json const& keys, ExpectedToken const& expected);

}  // namespace jalon::oidc
