#include "engine/calendar/period.hpp"

#include <charconv>
#include <cstdlib>

namespace jalon {

namespace {

constexpr std::string_view letters = "DMW";
constexpr int maximum_counts[] = {36'600, 1'200, 5'200};

constexpr std::size_t index_of(Period::Unit unit) {
  return static_cast<std::size_t>(unit);
}

std::string_view french_unit(Period::Unit unit, bool several) {
  switch (unit) {
    case Period::Unit::days:
      return several ? "jours" : "jour";
    case Period::Unit::months:
      return "mois";
    case Period::Unit::training_weeks:
      return several ? "semaines de formation" : "semaine de formation";
  }
  return {};
}

long long magnitude(Period period) {
  return std::llabs(static_cast<long long>(period.count));
}

}  // namespace

std::optional<Period> parse_period(std::string_view text) {
  bool const backward = text.starts_with('-');
  if (backward) text.remove_prefix(1);
  if (text.size() < 3 || text.size() > 7 || text.front() != 'P') return std::nullopt;
  auto const unit = letters.find(text.back());
  auto const number = text.substr(1, text.size() - 2);
  unsigned count = 0;
  auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), count);
  if (unit == std::string_view::npos || error != std::errc{} || end != number.data() + number.size())
    return std::nullopt;
  int const signed_count = backward ? -static_cast<int>(count) : static_cast<int>(count);
  Period const period{signed_count, static_cast<Period::Unit>(unit)};
  return is_countable(period) ? std::optional{period} : std::nullopt;
}

bool is_countable(Period period) {
  bool const is_no_week = period == open_training_weeks(0);
  return !is_no_week && magnitude(period) <= maximum_counts[index_of(period.unit)];
}

std::string to_string(Period period) {
  std::string text = is_backward(period) ? "-P" : "P";
  return text + std::to_string(magnitude(period)) + letters[index_of(period.unit)];
}

std::string french(Period period) {
  return std::to_string(magnitude(period)) + " " +
         std::string{french_unit(period.unit, magnitude(period) > 1)};
}

}  // namespace jalon
