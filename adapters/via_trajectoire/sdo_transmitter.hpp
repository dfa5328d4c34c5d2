#pragma once

#include "adapters/via_trajectoire/access_token.hpp"
#include "engine/ports/transmitter.hpp"

namespace jalon::via_trajectoire {

/// Posts reports to the national system (flux 4: `POST [base]/Task`). For one thread, but for `hang_up`.
class SdoTransmitter : public Transmitter {
 public:
  /// Throws std::invalid_argument, with a French message, for settings that could never serve.
  explicit SdoTransmitter(SdoSettings settings);

  /// A token that the system refuses (401) is renewed once, and the report sent again: it was not taken.
  TransmitOutcome send(Report const& report, Json const& document) override;
  void hang_up() override { hung_up_ = true; }

 private:
  TransmitOutcome post(Report const& report, std::string const& document, bool may_renew);

  SdoSettings settings_;
  std::atomic<bool> hung_up_{false};
  AccessToken token_;
};

}  // namespace jalon::via_trajectoire
