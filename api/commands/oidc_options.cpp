#include "api/commands/oidc_options.hpp"

#include "api/commands/options.hpp"

namespace jalon::commands {

void add_oidc_options(CLI::App& verb, oidc::OidcSettings& settings) {
  auto const add = [&](std::string const& name, char const* variable, std::string& value, char const* text) {
    verb.add_option(name, value, text)->envname(variable);
  };
  add("--oidc-issuer", "JALON_OIDC_ISSUER", settings.issuer,
      "Fournisseur d'identité (OpenID Connect : Pro Santé Connect, Keycloak…), par son adresse https://…");
  add("--oidc-client-id", "JALON_OIDC_CLIENT_ID", settings.client_id, "Identifiant de Jalon chez lui");
  add("--oidc-client-secret", "JALON_OIDC_CLIENT_SECRET", settings.client_secret,
      "Secret de Jalon chez lui ; plutôt JALON_OIDC_CLIENT_SECRET_FILE");
  add("--oidc-name", "JALON_OIDC_NAME", settings.name, "Son nom, sur la page de connexion");
  add("--oidc-claim", "JALON_OIDC_CLAIM", settings.claim,
      "Ce qui dit de quel compte il s'agit : email (l'adresse du compte), ou un autre champ (l'identifiant)");
  add("--oidc-scope", "JALON_OIDC_SCOPE", settings.scope, "Ce qui lui est demandé (openid email)");
  add("--oidc-authority", "JALON_OIDC_AUTHORITY", settings.authority,
      "Autorités de confiance (fichier PEM ; sans lui : celles du système)");
}

std::unique_ptr<oidc::Provider> make_provider(oidc::OidcSettings const& settings) {
  if (settings.issuer.empty()) return nullptr;
  try {
    return std::make_unique<oidc::Provider>(settings);
  } catch (std::invalid_argument const& fault) {
    throw CommandFailed(fault.what());
  }
}

}  // namespace jalon::commands
