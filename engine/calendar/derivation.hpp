#pragma once

#include <string>
#include <string_view>

#include "engine/calendar/date.hpp"
#include "engine/calendar/opening_calendar.hpp"
#include "engine/calendar/roll.hpp"

namespace jalon {

/// The pieces of the French sentence that shows people the way to a date. One step follows the
/// other after an arrow. Used by due_date, training_weeks and quarter only.
inline constexpr std::string_view derivation_arrow = " → ";

/// « 04/04/2026 (samedi) », with a remark « 28/02/2026 (samedi, dernier jour du mois) ».
std::string day_in_words(Date date, std::string_view remark = {});

/// « 25/12/2026 (vendredi, Noël) », and « 04/04/2026 (samedi) »: for a day that does not roll.
std::string day_in_words(Date date, OpeningCalendar const& calendar);

/// « lundi de Pâques le 06/04, Congés d'été du 01/08 au 23/08 »: why the days from one date towards
/// another (itself left out) are closed. Weekends need no reason.
std::string closed_days_in_words(Date from, Date towards, bool minds_closures,
                                 OpeningCalendar const& calendar);

/// « → reporté au mardi 07/04/2026 (lundi de Pâques le 06/04) », or « avancé au » when `due` is
/// earlier; empty when nothing moved. Closures are named when the roll minds them, CPC art. 642
/// when it is the rule.
std::string roll_in_words(Date raw, Date due, Roll roll, OpeningCalendar const& calendar);

/// « 2 semaines fermées non comptées : Congés d'été du 01/08 au 23/08 »: the closed weeks of those
/// that begin from `first_monday` on and before `end_monday`; empty when there is none.
std::string skipped_weeks_in_words(Date first_monday, Date end_monday, OpeningCalendar const& calendar);

}  // namespace jalon
