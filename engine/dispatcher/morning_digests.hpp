// E-mails to the staff: one digest per person and morning, on the days when the establishment is open, and at
// once what is urgent (engine/reminders/urgent.hpp). To the person nothing leaves from here: its letters come
// from events that somebody records.
#pragma once
#include "engine/ports/registers.hpp"
#include "engine/ports/reminder_register.hpp"
#include "engine/ports/settings.hpp"
#include "engine/reminders/forecast.hpp"

namespace jalon {

class MorningDigests {
 public:
  MorningDigests(ReminderRegister& reminders, SettingsSource& settings, Registers& registers,
                 Pathways pathways, std::string public_url)
      : reminders_(reminders),
        settings_(settings),
        registers_(registers),
        pathways_(pathways),
        public_url_(std::move(public_url)) {}

  // Asked as often as one likes: what is already there is not made again. A start after the hour of the
  // digest still sends that day's; a day on which nothing ran is in the next one's.
  void open_all();

  // The next hour of a digest in any establishment, later than now: where a clock moved by hand stops.
  std::optional<Instant> next_morning();

 private:
  void open_morning(std::string const& establishment, MorningState const& state, Settings const& settings);
  void open_urgent(std::string const& establishment, MorningState const& state, Settings const& settings);

  ReminderRegister& reminders_;
  SettingsSource& settings_;
  Registers& registers_;
  Pathways pathways_;
  std::string public_url_;
};

}  // namespace jalon
