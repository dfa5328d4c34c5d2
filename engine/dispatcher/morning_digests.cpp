#include "engine/dispatcher/morning_digests.hpp"

namespace jalon {

void MorningDigests::open_all() {
  for (auto const& establishment : registers_.establishments())
    if (is_open_today(establishment)) outbox_.open_digests(establishment);
}

bool MorningDigests::is_open_today(std::string const& establishment) {
  LoadRequest nothing_but_the_clock;
  nothing_but_the_clock.establishment = establishment;
  Loaded const loaded = store_.load(nothing_but_the_clock);
  auto const settings = settings_.settings(establishment, loaded.settings_revision);
  return settings->calendar.is_opening_day(paris_date(loaded.now));
}

}  // namespace jalon
