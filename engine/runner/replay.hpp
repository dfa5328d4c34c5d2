// Histories replay: from each entry's beginnings the pure decision must come to what was recorded after it.
#pragma once
#include <string>
#include <vector>

#include "engine/decision/decision.hpp"
#include "engine/ports/settings.hpp"

namespace jalon {

// A case with its whole history, as it is stored.
struct RecordedEntry {
  int seq = 0;
  Instant at;
  Date occurred_on;
  std::string event;
  Json data = Json::object();
  Json facts = Json::object();
  Snapshot after;  // without the person, which history does not repeat
};
struct RecordedCase {
  Snapshot current;
  int settings_revision = 0;
  std::vector<RecordedEntry> entries;  // oldest first
};

struct Discrepancy {
  std::string case_id;
  int seq = 0;
  std::string message;  // French, without personal data
};

std::vector<Discrepancy> replay(std::vector<Definition> const& definitions, RecordedCase const& recorded,
                                Settings const& settings);

}  // namespace jalon
