#include "tests/kit/engine/world.hpp"

namespace jalon::kit {

Date day(std::string_view text) {
  return parse_date(text).value();
}

Surroundings World::surroundings() const {
  return {paris_midnight(today) + std::chrono::hours(9), today, calendar, reasons, policy, actor, facts};
}

Snapshot unopened_case(Definition const& definition) {
  Snapshot snapshot{};
  snapshot.id = "ca5e0000-0000-4000-8000-000000000001";
  snapshot.reference = "2026-0001";
  snapshot.workflow = definition.id;
  snapshot.definition_version = definition.version;
  snapshot.data = definition.data.write(definition.data.make().get());
  return snapshot;
}

Json opening_data(std::string const& channel, Date received_on) {
  return {{"person", {{"family_name", "Durand"}, {"given_name", "Camille"}, {"birth_date", "1990-05-17"}}},
          {"notification", {{"channel", channel}, {"received_on", to_string(received_on)}, {"mdph", "12"}}}};
}

}  // namespace jalon::kit
