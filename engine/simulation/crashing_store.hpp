// A store as a process sees it that may die at any commit, or lose the answer to it.
#pragma once
#include <functional>
#include <stdexcept>

#include "engine/simulation/simulated_store.hpp"

namespace jalon {

// What a process that died cannot handle itself: whoever asked asks again, of the next process.
struct ProcessDied : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class CrashingStore : public CaseStore, public DueWork {
 public:
  using Chance = std::function<double()>;                // from 0 to 1
  using Tell = std::function<void(std::string const&)>;  // what happened, in French

  // `likelihood` is that of a mishap, of a list of entries or a batch of deadlines.
  CrashingStore(SimulatedStore& store, double likelihood, Chance chance, Tell tell);

  Loaded load(LoadRequest const& request) override { return store_.load(request); }
  // Throws CommitInDoubt or ProcessDied, each with or without the entries recorded.
  std::vector<Recorded> record(std::vector<Entry>& entries) override;
  bool was_recorded(std::string const& establishment, std::string const& command_id) override {
    return store_.was_recorded(establishment, command_id);
  }
  // Throws ProcessDied, before the batch is recorded or after.
  std::size_t fire_due(Portion portion, Decide const& decide) override;
  Next next_due() override { return store_.next_due(); }

 private:
  enum class Mishap { none, commit_failed, answer_lost, died_before, died_after };
  Mishap mishap();

  SimulatedStore& store_;
  double likelihood_;
  Chance chance_;
  Tell tell_;
};

}  // namespace jalon
