#pragma once

#include <mutex>
#include <optional>

#include "adapters/oidc/web_client.hpp"
#include "engine/json/json.hpp"
#include "engine/ports/identity_provider.hpp"

namespace jalon::oidc {

struct OidcSettings {
  std::string issuer, client_id, client_secret, name = "votre fournisseur d’identité";
  std::string claim = "email";  // which claim tells the account; another than this is a login
  std::string scope = "openid email";
  std::string authority;  // of its certificate: a PEM file; empty: the system's
};

/// A provider found by its issuer (OpenID Connect Discovery). Its configuration and keys are fetched when
/// they are first wanted, the keys again when a token names one we do not have. May be used from several
/// threads.
class Provider : public IdentityProvider {
 public:
  /// Throws std::invalid_argument, in French, for settings that cannot serve.
  explicit Provider(OidcSettings settings);

  std::string name() const override { return settings_.name; }
  bool identifies_by_email() const override { return settings_.claim == "email"; }
  std::string address(IdentityQuestion const& question) override;
  std::string identify(std::string const& code, IdentityQuestion const& question) override;

 private:
  struct Places {
    std::string authorization, token, keys;
  };
  Places places();
  Json keys(bool anew);
  std::string fetch_token(std::string const& code, IdentityQuestion const& question);
  Json claims_of(std::string const& token, std::string const& nonce);

  OidcSettings settings_;
  WebClient web_;
  std::mutex mutex_;
  std::optional<Places> places_;
  Json keys_;
};

}  // namespace jalon::oidc
