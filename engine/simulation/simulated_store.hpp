// The ports of cases in memory, on a clock that is moved by hand: what `jalon simulate` and fast tests run
// on. Passes the same conformance suite as the PostgreSQL store. May be used from several threads.
#pragma once
#include <map>
#include <mutex>
#include <set>
#include <tuple>

#include "engine/ports/due_work.hpp"
#include "engine/ports/settings.hpp"
#include "engine/runner/recorded_case.hpp"

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

  void set_now(Instant now);  // forward only
  void set_settings(Settings settings) { settings_ = std::make_shared<Settings const>(std::move(settings)); }
  void add_session(SessionFact session) { sessions_[session.id] = std::move(session); }
  void add_committee(CommitteeFact committee) { committees_[committee.id] = std::move(committee); }
  void add_account(std::string login) { accounts_.insert(std::move(login)); }
  std::map<std::string, SessionFact> const& sessions() const { return sessions_; }
  std::map<std::string, RecordedCase> const& cases() const { return cases_; }

 private:
  using Occurrence = std::tuple<std::string, std::string, int>;  // case, deadline, number
  class Hold;

  RecordedCase const* find_case(std::string const& establishment, std::string const& id) const;
  Recorded record_one(Entry& entry, std::vector<std::string>& freed_seats);
  std::vector<Recorded> record_all(std::vector<Entry>& entries);
  bool is_taken(Entry const& entry) const;
  bool take_seat(Move const& move, std::vector<std::string>& freed_seats);
  void give_reference(Entry& entry);
  std::vector<DueDeadline> claim(std::size_t limit, Instant until);
  void put_off(std::vector<DueDeadline> const& due, std::vector<Entry> const& decided);

  mutable std::mutex mutex_;
  Instant now_;
  std::shared_ptr<Settings const> settings_;
  std::map<std::string, RecordedCase> cases_;
  std::map<std::string, std::string> establishment_of_;  // by case
  std::map<std::string, SessionFact> sessions_;
  std::map<std::string, CommitteeFact> committees_;
  std::set<std::string> accounts_, commands_, given_up_, held_;  // held: cases whose deadlines are decided
  std::set<Occurrence> put_off_;                                 // until the clock moves
  std::map<std::tuple<std::string, std::string, std::string>, FirstAnswer> answers_;  // house, caller, key
  std::map<std::pair<std::string, int>, int> references_;  // house, year → the last number given
};

}  // namespace jalon
