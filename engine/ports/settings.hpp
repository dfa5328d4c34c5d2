// What an establishment sets for itself: its calendar, its policy and the codes it reports.
#pragma once
#include <map>
#include <memory>
#include <string>

#include "engine/calendar/opening_calendar.hpp"
#include "engine/model/surroundings.hpp"

namespace jalon {

struct Settings {
  int revision = 0;
  OpeningCalendar calendar = OpeningCalendar();
  ReasonSettings reasons;
  Policy policy;
};

// What a decision at `now` sees. The settings and the actor outlive it.
inline Surroundings surroundings_under(Settings const& settings, Instant now, Actor const& actor,
                                       Facts facts) {
  facts.settings_revision = settings.revision;
  return {now,   paris_date(now), settings.calendar, settings.reasons, settings.policy,
          actor, std::move(facts)};
}

// Every revision that changed them: what an entry was decided under can be found again.
using SettingsHistory = std::map<int, Settings>;
inline Settings const& settings_at(SettingsHistory const& history, int revision) {
  static Settings const never_set;
  auto const next = history.upper_bound(revision);
  return next == history.begin() ? never_set : std::prev(next)->second;
}

class SettingsSource {
 public:
  virtual ~SettingsSource() = default;
  // Kept in memory per revision; read again when the revision differs.
  virtual std::shared_ptr<Settings const> settings(std::string const& establishment, int revision) = 0;
  // As they are now: no revision has this number, so none that is kept in memory will do.
  std::shared_ptr<Settings const> in_force(std::string const& establishment) {
    return settings(establishment, -1);
  }
};

}  // namespace jalon
