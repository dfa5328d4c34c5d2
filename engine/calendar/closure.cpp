#include "engine/calendar/closure.hpp"

namespace jalon {

bool covers(Closure const& closure, Date date) {
  return closure.first <= date && date <= closure.last;
}

std::string french(Closure const& closure) {
  std::string text = closure.reason.empty() ? "fermeture" : closure.reason;
  if (closure.first == closure.last) return text + " le " + french_day_and_month(closure.first);
  return text + " du " + french_day_and_month(closure.first) + " au " + french_day_and_month(closure.last);
}

}  // namespace jalon
