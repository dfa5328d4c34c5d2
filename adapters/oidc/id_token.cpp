#include "adapters/oidc/id_token.hpp"

#include <cjose/cjose.h>

#include <algorithm>
#include <array>
#include <memory>

namespace jalon::oidc {

namespace {

constexpr std::array algorithms{"RS256", "PS256", "ES256"};
constexpr std::int64_t clocks_may_differ_s = 60;

using Signature = std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)>;
using Key = std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)>;

CheckedToken wrong(std::string what) {
  return {nullptr, std::move(what), false};
}

std::string header_of(cjose_jws_t* signature, char const* field) {
  cjose_err error{};
  auto const* text = cjose_header_get(cjose_jws_get_protected(signature), field, &error);
  return text ? text : "";
}

// The key that the token names; without a name, the only one.
Json const* key_for(Json const& keys, std::string const& name) {
  auto const found = keys.is_object() ? keys.find("keys") : keys.end();
  if (found == keys.end() || !found->is_array()) return nullptr;
  for (auto const& key : *found)
    if (key.is_object() && (name.empty() ? found->size() == 1 : key.value("kid", "") == name)) return &key;
  return nullptr;
}

Json claims_of(cjose_jws_t* signature) {
  cjose_err error{};
  std::uint8_t* bytes = nullptr;
  std::size_t size = 0;
  if (!cjose_jws_get_plaintext(signature, &bytes, &size, &error)) return nullptr;
  return Json::parse(bytes, bytes + size, nullptr, false);
}

bool is_for(Json const& audience, std::string const& client_id) {
  if (audience.is_string()) return audience == client_id;
  return audience.is_array() && std::find(audience.begin(), audience.end(), client_id) != audience.end();
}

std::int64_t seconds_in(Json const& claims, char const* name) {
  auto const found = claims.find(name);
  return found != claims.end() && found->is_number() ? found->get<std::int64_t>() : 0;
}

std::string fault_in(Json const& claims, ExpectedToken const& expected) {
  if (!claims.is_object()) return "its claims are no object";
  auto const now = std::chrono::duration_cast<std::chrono::seconds>(expected.now.time_since_epoch()).count();
  if (claims.value("iss", Json()) != expected.issuer) return "another issuer";
  auto const audience = claims.value("aud", Json());
  if (!is_for(audience, expected.client_id)) return "for another client";
  bool const for_several = audience.is_array() && audience.size() > 1;
  if (for_several && claims.value("azp", Json()) != expected.client_id) return "given to another client";
  if (claims.value("nonce", Json()) != expected.nonce) return "not the answer to this question";
  if (seconds_in(claims, "exp") + clocks_may_differ_s <= now) return "expired";
  if (seconds_in(claims, "iat") - clocks_may_differ_s > now) return "from the future";
  return "";
}

}  // namespace

CheckedToken check_id_token(std::string const& token, Json const& keys, ExpectedToken const& expected) {
  cjose_err error{};
  Signature const signature{cjose_jws_import(token.data(), token.size(), &error), &cjose_jws_release};
  if (!signature) return wrong("no signed token");
  auto const algorithm = header_of(signature.get(), "alg");
  if (std::find(algorithms.begin(), algorithms.end(), algorithm) == algorithms.end())
    return wrong("signed in a way that is not accepted");
  auto const* described = key_for(keys, header_of(signature.get(), "kid"));
  if (!described) return {nullptr, "signed with an unknown key", true};
  auto const text = described->dump();
  Key const key{cjose_jwk_import(text.data(), text.size(), &error), &cjose_jwk_release};
  if (!key || !cjose_jws_verify(signature.get(), key.get(), &error))
    return wrong("the signature does not hold");
  auto claims = claims_of(signature.get());
  auto fault = fault_in(claims, expected);
  return fault.empty() ? CheckedToken{std::move(claims), "", false} : wrong(std::move(fault));
}

}  // namespace jalon::oidc
