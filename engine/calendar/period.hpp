#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jalon {

/// How far a deadline lies from its anchor. A negative count is counted backwards from the anchor.
struct Period {
  enum class Unit { days, months, training_weeks };

  int count = 0;
  Unit unit = Unit::days;

  friend constexpr bool operator==(Period const&, Period const&) = default;
};

/// Calendar days, whatever they are: `P15D`.
constexpr Period calendar_days(int count) {
  return {count, Period::Unit::days};
}

/// Months by the same day number, else the last day of the month: `P1M`
/// (« de quantième à quantième », CPC art. 641).
constexpr Period calendar_months(int count) {
  return {count, Period::Unit::months};
}

/// Weeks of training in which the establishment is open, a closed week being skipped: `P2W`.
constexpr Period open_training_weeks(int count) {
  return {count, Period::Unit::training_weeks};
}

constexpr bool is_backward(Period period) {
  return period.count < 0;
}

/// Reads `P15D`, `P1M`, `P2W`, `P12M`, `-P1M`, `-P21D`: one unit, at most a hundred years; `P0D` is
/// the day itself, but there is no training week number nought.
std::optional<Period> parse_period(std::string_view text);

/// Whether a period built in code keeps to what `parse_period` accepts.
bool is_countable(Period period);

/// The text that `parse_period` reads.
std::string to_string(Period period);

/// For people, without a sign: « 15 jours », « 1 mois », « 2 semaines de formation ».
std::string french(Period period);

}  // namespace jalon
