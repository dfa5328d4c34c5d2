#include "adapters/via_trajectoire/sdo_transmitter.hpp"

#include <stdexcept>
#include <utility>

#include "adapters/via_trajectoire/sdo_outcome.hpp"
#include "adapters/via_trajectoire/sdo_task.hpp"

namespace jalon::via_trajectoire {

namespace {

void demand(bool holds, char const* message) {
  if (!holds) throw std::invalid_argument(message);
}

bool is_address(std::string const& url) {
  return url.starts_with("https://") && url.find_first_of(" ?#@\r\n\t") == std::string::npos;
}

SdoSettings checked(SdoSettings settings) {
  demand(is_address(settings.endpoint), "--sdo-endpoint attend une adresse https://….");
  demand(is_address(settings.token_endpoint), "--sdo-token-endpoint attend une adresse https://….");
  demand(!settings.client_id.empty() && !settings.client_secret.empty(),
         "--sdo-client-id et --sdo-client-secret sont à donner avec --sdo-endpoint.");
  demand(!settings.certificate.empty() && !settings.key.empty(),
         "--sdo-certificate et --sdo-key sont à donner avec --sdo-endpoint.");
  while (settings.endpoint.ends_with('/')) settings.endpoint.pop_back();
  return settings;
}

}  // namespace

SdoTransmitter::SdoTransmitter(SdoSettings settings)
    : settings_(checked(std::move(settings))), token_(settings_, hung_up_) {}

TransmitOutcome SdoTransmitter::send(Report const& report, Json const& document) {
  if (hung_up_) return TryLater{"Jalon s’arrête.", Trouble::server};
  return post(report, document.dump(), true);
}

TransmitOutcome SdoTransmitter::post(Report const& report, std::string const& document, bool may_renew) {
  auto const token = token_.get();
  if (auto const* later = std::get_if<TryLater>(&token)) return *later;
  HttpRequest const request{settings_.endpoint + "/Task",
                            {"Authorization: Bearer " + std::get<std::string>(token),
                             "struct_idnat: " + national_structure_id(report.structure),
                             "Content-Type: application/fhir+json", "Accept: application/fhir+json"},
                            document};
  auto const answer = HttpExchange(settings_, hung_up_).post(request);
  if (answer.status != 401) return outcome_of(answer);
  token_.forget();
  return may_renew ? post(report, document, false) : outcome_of(answer);
}

}  // namespace jalon::via_trajectoire
