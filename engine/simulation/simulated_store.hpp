// The ports of cases in memory, on a clock that is moved by hand: what `jalon simulate` and fast tests run
// on. Passes the same conformance suite as the PostgreSQL store.
#pragma once
#include <map>
#include <mutex>
#include <set>

#include "engine/ports/due_work.hpp"
#include "engine/ports/settings.hpp"
#include "engine/runner/replay.hpp"

namespace jalon {

class SimulatedStore : public CaseStore, public DueWork, public SettingsSource {
 public:
  explicit SimulatedStore(Instant now, Settings settings = {});

  Loaded load(LoadRequest const& request) override;
  std::vector<Recorded> record(std::vector<Entry>& entries) override;
  bool was_recorded(std::string const& establishment, std::string const& command_id) override;
  std::size_t fire_due(Portion portion, Decide const& decide) override;
  Next next_due() override;
  std::shared_ptr<Settings const> settings(std::string const&, int) override { return settings_; }

  void set_now(Instant now) { now_ = now; }  // forward only
  Instant now() const { return now_; }
  void add_session(SessionFact session) { sessions_[session.id] = std::move(session); }
  void add_committee(CommitteeFact committee) { committees_[committee.id] = std::move(committee); }
  void add_account(std::string login) { accounts_.insert(std::move(login)); }
  SessionFact const& session(std::string const& id) const { return sessions_.at(id); }
  std::map<std::string, RecordedCase> const& cases() const { return cases_; }

 private:
  struct Claim {
    std::string case_id, deadline;
    int number = 0;
    Instant fires_at;
  };
  Recorded record_one(Entry& entry);
  bool move_seat(Move const& move);
  std::vector<Claim> claim(std::size_t limit) const;

  Instant now_;
  std::shared_ptr<Settings const> settings_;
  std::map<std::string, RecordedCase> cases_;
  std::map<std::string, SessionFact> sessions_;
  std::map<std::string, CommitteeFact> committees_;
  std::set<std::string> accounts_, commands_;
  std::map<std::string, FirstAnswer> answers_;  // caller and key → the first answer
  std::map<int, int> references_;               // year → the last number given
};

}  // namespace jalon
