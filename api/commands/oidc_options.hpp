// The provider of identities, as options say it.
#pragma once
#include <CLI/CLI.hpp>
#include <memory>

#include "adapters/oidc/provider.hpp"

namespace jalon::commands {

void add_oidc_options(CLI::App& verb, oidc::OidcSettings& settings);

// Nothing without an issuer; throws CommandFailed for settings that cannot serve.
std::unique_ptr<oidc::Provider> make_provider(oidc::OidcSettings const& settings);

}  // namespace jalon::commands
