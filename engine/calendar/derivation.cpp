#include "engine/calendar/derivation.hpp"

#include <algorithm>
#include <vector>

namespace jalon {

namespace {

/// Reasons in the order met, each once.
class Reasons {
 public:
  explicit Reasons(OpeningCalendar const& calendar, bool minds_closures)
      : calendar_{calendar}, minds_closures_{minds_closures} {}

  void add_day(Date date) {
    if (auto const* closure = minds_closures_ ? calendar_.closure_on(date) : nullptr)
      add_closure(closure);
    else if (auto const name = holiday_name(date, calendar_.region()); !name.empty())
      add(name + " le " + french_day_and_month(date));
  }

  std::string const& text() const { return text_; }

 private:
  void add_closure(Closure const* closure) {
    if (std::ranges::find(named_, closure) != named_.end()) return;
    named_.push_back(closure);
    add(french(*closure));
  }

  void add(std::string const& reason) {
    if (!text_.empty()) text_ += ", ";
    text_ += reason;
  }

  OpeningCalendar const& calendar_;
  bool minds_closures_;
  std::vector<Closure const*> named_;
  std::string text_;
};

}  // namespace

std::string day_in_words(Date date, std::string_view remark) {
  std::string text = french(date) + " (" + french_weekday(date);
  if (!remark.empty()) text.append(", ").append(remark);
  return text + ")";
}

std::string day_in_words(Date date, OpeningCalendar const& calendar) {
  auto const reason = calendar.why_closed(date);
  bool const says_more = reason && *reason != french_weekday(date);
  return day_in_words(date, says_more ? std::string_view{*reason} : std::string_view{});
}

std::string closed_days_in_words(Date from, Date towards, bool minds_closures,
                                 OpeningCalendar const& calendar) {
  Reasons reasons{calendar, minds_closures};
  int const step = from < towards ? 1 : -1;
  for (Date day = from; day != towards; day = plus_days(day, step)) reasons.add_day(day);
  return reasons.text();
}

std::string roll_in_words(Date raw, Date due, Roll roll, OpeningCalendar const& calendar) {
  if (due == raw) return {};
  bool const is_legal = roll == Roll::next_working_day;
  std::string reasons = closed_days_in_words(raw, due, !is_legal, calendar);
  if (is_legal) reasons += reasons.empty() ? "CPC art. 642" : " ; CPC art. 642";
  std::string text{derivation_arrow};
  text += raw < due ? "reporté au " : "avancé au ";
  text += french_weekday(due) + " " + french(due);
  return reasons.empty() ? text : text + " (" + reasons + ")";
}

std::string skipped_weeks_in_words(Date first_monday, Date end_monday, OpeningCalendar const& calendar) {
  Reasons reasons{calendar, true};
  int skipped = 0;
  for (Date monday = first_monday; monday < end_monday; monday = plus_days(monday, 7)) {
    if (calendar.is_open_week(monday)) continue;
    ++skipped;
    for (int offset = 0; offset < 5; ++offset) reasons.add_day(plus_days(monday, offset));
  }
  if (skipped == 0) return {};
  std::string const counted = skipped == 1 ? "1 semaine fermée non comptée"
                                           : std::to_string(skipped) + " semaines fermées non comptées";
  return counted + " : " + reasons.text();
}

}  // namespace jalon
