// Logging in at somebody else's (OpenID Connect, code flow with PKCE): Pro Santé Connect, Keycloak, any that
// publishes its configuration. It says who somebody is; which account that is, is decided here.
#pragma once
#include <stdexcept>
#include <string>

namespace jalon {

// What ties the answer to the question: kept by the browser in between, good once.
struct IdentityQuestion {
  std::string state, nonce, verifier;
  std::string challenge;     // BASE64URL(SHA-256(verifier)), RFC 7636
  std::string redirect_uri;  // where the answer comes to
};

class IdentityProvider {
 public:
  virtual ~IdentityProvider() = default;
  virtual std::string name() const = 0;  // as a button calls it: « Pro Santé Connect »
  // Whether the value it gives is an e-mail address; else it is a login.
  virtual bool identifies_by_email() const = 0;
  // Where the browser goes to be asked. Throws IdentityRefused when the provider cannot be reached.
  virtual std::string address(IdentityQuestion const& question) = 0;
  // What the code stands for: the e-mail address or login of whoever logged in there. Throws IdentityRefused.
  virtual std::string identify(std::string const& code, IdentityQuestion const& question) = 0;
};

// A French sentence for who wanted to log in; `logged` says more, and names nobody.
struct IdentityRefused : std::runtime_error {
  IdentityRefused(std::string const& sentence, std::string why)
      : std::runtime_error(sentence), logged(std::move(why)) {}
  std::string logged;
};

}  // namespace jalon
