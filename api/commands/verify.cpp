// Replays every history and compares all that is stored with what it says.
#include "api/commands/verify.hpp"

#include <chrono>
#include <iostream>

#include "api/commands/with_program.hpp"
#include "engine/ports/establishment_scope.hpp"
#include "engine/runner/replay.hpp"
#include "workflows/registry.hpp"

namespace jalon::commands {

namespace {

constexpr int batch_of_cases = 500;

// Long work says how far it is: on the error output, so that what is found can be piped on.
class Progress {
 public:
  explicit Progress(std::size_t total) : total_(total) {}
  void tell(std::size_t done) {
    auto const now = std::chrono::steady_clock::now();
    if (now < next_ || done >= total_) return;
    next_ = now + std::chrono::seconds(2);
    std::cerr << done << " dossiers sur " << total_ << "…" << std::endl;
  }

 private:
  std::size_t total_;
  std::chrono::steady_clock::time_point next_ = std::chrono::steady_clock::now() + std::chrono::seconds(2);
};

void print(Discrepancy const& found, bool json) {
  if (json)
    std::cout << Json{{"case", found.case_id},     {"reference", found.reference},
                      {"seq", found.seq},          {"what", found.what},
                      {"stored", found.stored},    {"expected", found.expected},
                      {"message", found.message()}}
                     .dump()
              << "\n";
  else
    std::cout << found.message() << "\n";
}

class Verification {
 public:
  Verification(CommonOptions const& common, Program& program) : common_(common), program_(program) {}

  void run() {
    auto const establishments = program_.registers.establishments();
    std::size_t total = 0;
    for (auto const& each : establishments) {
      EstablishmentScope const scope(each);
      total += program_.registers.number_of_cases(each);
    }
    Progress progress(total);
    for (auto const& each : establishments) verify_establishment(each, progress);
    sum_up();
    if (discrepancies_ > 0) throw CommandFailed("L'historique et ce qui est gardé diffèrent.");
  }

 private:
  void verify_establishment(std::string const& establishment, Progress& progress) {
    EstablishmentScope const scope(establishment);
    auto const settings = program_.registers.settings_history(establishment);
    std::optional<std::string> after;
    for (;;) {
      auto const batch = program_.registers.recorded_cases(establishment, after, batch_of_cases);
      if (batch.empty()) return;
      for (auto const& recorded : batch) verify_case(recorded, settings);
      after = batch.back().current.id;
      progress.tell(cases_);
    }
  }

  void verify_case(RecordedCase const& recorded, SettingsHistory const& settings) {
    ++cases_, entries_ += recorded.entries.size();
    for (auto const& found : replay(all_workflows(), recorded, settings)) {
      ++discrepancies_;
      print(found, common_.json);
    }
  }

  void sum_up() const {
    if (common_.json)
      std::cout << Json{{"cases", cases_}, {"entries", entries_}, {"discrepancies", discrepancies_}}.dump()
                << "\n";
    else
      std::cout << cases_ << " dossier(s), " << entries_ << " entrée(s) rejouée(s), " << discrepancies_
                << " écart(s)\n";
  }

  CommonOptions const& common_;
  Program& program_;
  std::size_t cases_ = 0, entries_ = 0, discrepancies_ = 0;
};

void verify(CommonOptions const& common) {
  with_program(common, [&](Program& program) { Verification(common, program).run(); });
}

}  // namespace

void add_verify(CLI::App& app, CommonOptions const& common) {
  add_verb(app, "verify", "Rejoue chaque historique et le compare à tout ce qui est gardé",
           [&common] { verify(common); });
}

}  // namespace jalon::commands
