// Histories replay: from each entry's beginnings the pure decision must come to what was recorded after it,
// and what all entries caused must be there: deadlines, tasks, messages, transmissions.
#pragma once
#include <string>
#include <vector>

#include "engine/decision/decision.hpp"
#include "engine/ports/settings.hpp"
#include "engine/runner/recorded_case.hpp"

namespace jalon {

// One thing that is stored otherwise than the history says. Names dates, states and codes, never what people
// wrote.
struct Discrepancy {
  std::string case_id, reference;
  int seq = 0;                         // the entry after which it differs
  std::string what, stored, expected;  // French

  std::string message() const;  // one line: « 2026-0001, entrée 3, échéance seat : gardé …, attendu … »
};

std::vector<Discrepancy> replay(std::vector<Definition> const& definitions, RecordedCase const& recorded,
                                SettingsHistory const& settings);

}  // namespace jalon
