#pragma once

#include <map>
#include <mutex>

#include "adapters/postgres/access.hpp"
#include "engine/ports/settings.hpp"

namespace jalon::postgres {

/// An establishment's settings, kept in memory until a decision is made under another revision. What was
/// never set has its default: the calendar of metropolitan France without closures, the codes of
/// ReasonSettings.
///
/// May be used from several threads. Throws Unavailable.
class PostgresSettings : public SettingsSource {
 public:
  explicit PostgresSettings(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  /// Of that revision, or of a newer one when it was changed meanwhile.
  std::shared_ptr<Settings const> settings(std::string const& establishment, int revision) override;

 private:
  std::shared_ptr<Settings const> read(std::string const& establishment) const;

  Access access_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Settings const>> known_;
};

}  // namespace jalon::postgres
