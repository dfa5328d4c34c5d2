// What an establishment sets for itself: its calendar and the codes it reports.
#pragma once
#include <memory>
#include <string>

#include "engine/calendar/opening_calendar.hpp"
#include "engine/model/surroundings.hpp"

namespace jalon {

struct Settings {
  int revision = 0;
  OpeningCalendar calendar = OpeningCalendar();
  ReasonSettings reasons;
};

class SettingsSource {
 public:
  virtual ~SettingsSource() = default;
  // Kept in memory per revision; read again when the revision differs.
  virtual std::shared_ptr<Settings const> settings(std::string const& establishment, int revision) = 0;
};

}  // namespace jalon
