// Replays every history and compares it with what is stored.
#include "api/commands/verify.hpp"

#include <iostream>

#include "api/commands/with_program.hpp"
#include "engine/runner/replay.hpp"
#include "workflows/registry.hpp"

namespace jalon::commands {

namespace {

struct Tally {
  std::size_t cases = 0, entries = 0;
  std::vector<Discrepancy> discrepancies;
};

Tally verify_establishment(Program& program, std::string const& establishment) {
  Tally tally;
  std::optional<std::string> after;
  for (;;) {
    auto const batch = program.registers.recorded_cases(establishment, after, 200);
    if (batch.empty()) return tally;
    for (auto const& recorded : batch) {
      ++tally.cases, tally.entries += recorded.entries.size();
      auto const settings = program.settings.settings(establishment, recorded.settings_revision);
      for (auto& found : replay(all_workflows(), recorded, *settings))
        tally.discrepancies.push_back(std::move(found));
    }
    after = batch.back().current.id;
  }
}

void verify_all(CommonOptions const& common, Program& program) {
  std::size_t cases = 0, entries = 0, found = 0;
  for (auto const& establishment : program.registers.establishments()) {
    auto const tally = verify_establishment(program, establishment);
    cases += tally.cases, entries += tally.entries, found += tally.discrepancies.size();
    for (auto const& each : tally.discrepancies) {
      if (common.json)
        std::cout << Json{{"case", each.case_id}, {"seq", each.seq}, {"message", each.message}}.dump()
                  << "\n";
      else
        std::cout << each.case_id << ", entrée " << each.seq << " : " << each.message << "\n";
    }
  }
  if (common.json)
    std::cout << Json{{"cases", cases}, {"entries", entries}, {"discrepancies", found}}.dump() << "\n";
  else
    std::cout << cases << " dossier(s), " << entries << " entrée(s) rejouée(s), " << found << " écart(s)\n";
  if (found > 0) throw CommandFailed("L'historique et ce qui est gardé diffèrent.");
}

void verify(CommonOptions const& common) {
  with_program(common, [&](Program& program) { verify_all(common, program); });
}

}  // namespace

void add_verify(CLI::App& app, CommonOptions const& common) {
  add_verb(app, "verify", "Rejoue chaque historique et le compare à ce qui est gardé",
           [&common] { verify(common); });
}

}  // namespace jalon::commands
