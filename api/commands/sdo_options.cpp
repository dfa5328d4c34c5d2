#include "api/commands/sdo_options.hpp"

#include <filesystem>

#include "api/commands/options.hpp"

namespace jalon::commands {

namespace {

void require_file(std::string const& option, std::string const& path) {
  std::error_code unreadable;
  if (!path.empty() && !std::filesystem::is_regular_file(path, unreadable))
    throw CommandFailed(option + " : ce fichier n'existe pas.");
}

}  // namespace

void add_sdo_options(CLI::App& verb, via_trajectoire::SdoSettings& settings) {
  auto const add = [&](std::string const& name, char const* variable, std::string& value, char const* text) {
    verb.add_option(name, value, text)->envname(variable);
  };
  add("--sdo-endpoint", "JALON_SDO_ENDPOINT", settings.endpoint,
      "Adresse FHIR du SI-SDO (https://…) : les transmissions y partent d'elles-mêmes");
  add("--sdo-token-endpoint", "JALON_SDO_TOKEN_ENDPOINT", settings.token_endpoint,
      "Adresse qui donne les jetons d'accès (OAuth2)");
  add("--sdo-client-id", "JALON_SDO_CLIENT_ID", settings.client_id, "Identifiant du client OAuth2");
  add("--sdo-client-secret", "JALON_SDO_CLIENT_SECRET", settings.client_secret,
      "Secret du client ; plutôt JALON_SDO_CLIENT_SECRET_FILE");
  add("--sdo-certificate", "JALON_SDO_CERTIFICATE", settings.certificate,
      "Certificat du client (fichier PEM, IGC Santé)");
  add("--sdo-key", "JALON_SDO_KEY", settings.key, "Clé de ce certificat (fichier PEM)");
  add("--sdo-authority", "JALON_SDO_AUTHORITY", settings.authority,
      "Autorités de confiance (fichier PEM ; sans lui : celles du système)");
  verb.add_option_function<int>(
          "--sdo-patience", [&](int seconds) { settings.answer = std::chrono::seconds(seconds); },
          "Secondes d'attente d'une réponse du SI-SDO (60)")
      ->check(CLI::Range(1, 600))
      ->envname("JALON_SDO_PATIENCE");
}

std::unique_ptr<via_trajectoire::SdoTransmitter> make_transmitter(
    via_trajectoire::SdoSettings const& settings) {
  if (settings.endpoint.empty()) return nullptr;
  require_file("--sdo-certificate", settings.certificate);
  require_file("--sdo-key", settings.key);
  require_file("--sdo-authority", settings.authority);
  try {
    return std::make_unique<via_trajectoire::SdoTransmitter>(settings);
  } catch (std::invalid_argument const& fault) {
    throw CommandFailed(fault.what());
  }
}

}  // namespace jalon::commands
