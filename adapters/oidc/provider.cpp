#include "adapters/oidc/provider.hpp"

#include "adapters/oidc/id_token.hpp"

namespace jalon::oidc {

namespace {

constexpr char const* out_of_reach = "Le fournisseur d’identité ne répond pas. Réessayez plus tard.";
constexpr char const* not_trusted =
    "La réponse du fournisseur d’identité n’a pas pu être vérifiée. Recommencez.";

bool is_safe(std::string const& url) {
  return url.starts_with("https://") || url.starts_with("http://127.0.0.1:") ||
         url.starts_with("http://localhost:");
}

Json object_in(WebAnswer const& answer, char const* what) {
  auto json = answer.status == 200 ? Json::parse(answer.body, nullptr, false) : Json();
  if (!json.is_object())
    throw IdentityRefused(out_of_reach, std::string(what) + ": status " + std::to_string(answer.status));
  return json;
}

std::string address_in(Json const& configuration, char const* field) {
  auto const found = configuration.find(field);
  if (found == configuration.end() || !found->is_string() || !is_safe(found->get<std::string>()))
    throw IdentityRefused(out_of_reach, std::string("configuration without a safe ") + field);
  return found->get<std::string>();
}

}  // namespace

Provider::Provider(OidcSettings settings) : settings_(std::move(settings)), web_(settings_.authority) {
  if (!is_safe(settings_.issuer)) throw std::invalid_argument("--oidc-issuer attend une adresse https://…");
  if (settings_.client_id.empty())
    throw std::invalid_argument("--oidc-client-id est attendu avec --oidc-issuer.");
}

Provider::Places Provider::places() {
  std::lock_guard const lock(mutex_);
  if (places_) return *places_;
  auto const base = settings_.issuer.ends_with('/') ? settings_.issuer.substr(0, settings_.issuer.size() - 1)
                                                    : settings_.issuer;
  auto const found = object_in(web_.get(base + "/.well-known/openid-configuration"), "configuration");
  if (found.value("issuer", Json()) != settings_.issuer)
    throw IdentityRefused(out_of_reach, "the configuration is of another issuer");
  places_ = {address_in(found, "authorization_endpoint"), address_in(found, "token_endpoint"),
             address_in(found, "jwks_uri")};
  return *places_;
}

Json Provider::keys(bool anew) {
  auto const where = places().keys;
  std::lock_guard const lock(mutex_);
  if (anew || keys_.is_null()) keys_ = object_in(web_.get(where), "keys");
  return keys_;
}

std::string Provider::address(IdentityQuestion const& question) {
  auto const where = places().authorization;
  std::string address = where + (where.find('?') == std::string::npos ? "?" : "&") + "response_type=code";
  for (auto const& [name, value] : {std::pair{"client_id", settings_.client_id},
                                    {"redirect_uri", question.redirect_uri},
                                    {"scope", settings_.scope},
                                    {"state", question.state},
                                    {"nonce", question.nonce},
                                    {"code_challenge", question.challenge},
                                    {"code_challenge_method", std::string("S256")}})
    address += std::string("&") + name + "=" + form_encoded(value);
  return address;
}

std::string Provider::fetch_token(std::string const& code, IdentityQuestion const& question) {
  std::string const form = "grant_type=authorization_code&code=" + form_encoded(code) +
                           "&redirect_uri=" + form_encoded(question.redirect_uri) +
                           "&code_verifier=" + form_encoded(question.verifier) +
                           "&client_id=" + form_encoded(settings_.client_id);
  auto const answer =
      object_in(web_.post_form(places().token, form,
                               {form_encoded(settings_.client_id), form_encoded(settings_.client_secret)}),
                "token");
  auto const token = answer.value("id_token", Json());
  if (!token.is_string()) throw IdentityRefused(not_trusted, "no ID token");
  return token.get<std::string>();
}

Json Provider::claims_of(std::string const& token, std::string const& nonce) {
  ExpectedToken const expected{settings_.issuer, settings_.client_id, nonce,
                               std::chrono::system_clock::now()};
  auto checked = check_id_token(token, keys(false), expected);
  if (checked.unknown_key) checked = check_id_token(token, keys(true), expected);
  if (!checked.wrong.empty()) throw IdentityRefused(not_trusted, "ID token: " + checked.wrong);
  return std::move(checked.claims);
}

std::string Provider::identify(std::string const& code, IdentityQuestion const& question) {
  auto const claims = claims_of(fetch_token(code, question), question.nonce);
  auto const told = claims.value(settings_.claim, Json());
  bool const is_verified = !identifies_by_email() || claims.value("email_verified", Json(true)) == true;
  if (!told.is_string() || told.get<std::string>().empty() || !is_verified)
    throw IdentityRefused("Le fournisseur d’identité ne dit pas qui vous êtes : voyez avec l’administration.",
                          "no usable claim « " + settings_.claim + " »");
  return told.get<std::string>();
}

}  // namespace jalon::oidc
