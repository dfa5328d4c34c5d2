// « La plateforme ViaTrajectoire est consultée hebdomadairement » (pathway P01): each week, on the
// establishment's day or the next one on which it is open, a task opens. A week in which it stays closed from
// that day on has none. One that was not done stays, overdue, beside the next.
#pragma once
#include <optional>

#include "engine/ports/case_store.hpp"
#include "engine/ports/consultations.hpp"
#include "engine/ports/registers.hpp"
#include "engine/ports/settings.hpp"

namespace jalon {

class WeeklyConsultation {
 public:
  WeeklyConsultation(CaseStore& store, SettingsSource& settings, Registers& registers,
                     Consultations& consultations)
      : store_(store), settings_(settings), registers_(registers), consultations_(consultations) {}

  // This week's, once its day has come. Asked as often as one likes.
  void open_all();

  // When the next one opens, of whichever establishment: where a clock moved by hand must stop. None when all
  // stay closed for a year.
  std::optional<Instant> next_opening();

 private:
  struct Week {
    Date today;
    int weekday = 1;
    OpeningCalendar calendar = OpeningCalendar();
  };
  Week this_week(std::string const& establishment);

  CaseStore& store_;
  SettingsSource& settings_;
  Registers& registers_;
  Consultations& consultations_;
};

// The day of the look in the week of `monday`; none when the establishment is closed from the weekday (1
// Monday … 7 Sunday) to its end.
std::optional<Date> consultation_day(Date monday, int weekday, OpeningCalendar const& calendar);

}  // namespace jalon
