#pragma once

#include "adapters/postgres/access.hpp"
#include "adapters/postgres/costly_answers.hpp"
#include "engine/ports/registers.hpp"

namespace jalon::postgres {

/// The registers in PostgreSQL: one statement a call (queries/*.sql). Identifiers that are none (no UUID, no
/// login) lead nowhere. Throws Unavailable when the database cannot be reached in time. May be used from
/// several threads.
class PostgresRegisters : public Registers {
 public:
  explicit PostgresRegisters(Pool& pool,
                             std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  // ---- lists (registers_lists.cpp) ----
  /// Open cases first, the newest reference first. `query` is what people remember: any parts of the names
  /// and of the reference, in any order, without regard to case, accents, hyphens and apostrophes.
  Page cases(Sight const& sight, CaseFilter const& filter, PageRequest const& page) override;
  Json case_counts(Sight const& sight, CaseFilter const& filter) override;
  Page overdue(Sight const& sight, PageRequest const& page) override;
  Page tasks(Sight const& sight, TaskFilter const& filter, PageRequest const& page) override;
  Page messages(Sight const& sight, std::optional<std::string> const& case_id,
                PageRequest const& page) override;
  Page transmissions(Sight const& sight, std::optional<std::string> const& case_id,
                     PageRequest const& page) override;
  Page transmissions_in(Sight const& sight, std::string const& status, PageRequest const& page) override;
  Page letters_posted(Sight const& sight, PageRequest const& page) override;

  // ---- lists kept by a name (registers_views.cpp) ----
  Json saved_views(std::string const& establishment, std::string const& login) override;
  std::optional<Json> save_view(std::string const& establishment, std::string const& login,
                                std::string const& name, Json const& filters) override;
  bool remove_view(std::string const& establishment, std::string const& login,
                   std::string const& id) override;

  // ---- the past (registers_history.cpp) ----
  std::optional<std::string> find_case(Sight const& sight, std::string const& reference) override;
  std::optional<Page> history(Sight const& sight, std::string const& case_id,
                              PageRequest const& page) override;
  /// The person is shown as known now: history does not keep who a case was about.
  std::optional<Snapshot> case_at(Sight const& sight, std::string const& case_id, Instant at) override;
  std::vector<Familiar> familiar_notifications(std::string const& establishment,
                                               std::vector<NotificationMarks> const& notifications) override;

  // ---- what `jalon verify` holds against the histories (registers_recorded.cpp) ----
  std::vector<RecordedCase> recorded_cases(std::string const& establishment,
                                           std::optional<std::string> const& after, int limit) override;
  SettingsHistory settings_history(std::string const& establishment) override;
  std::size_t number_of_cases(std::string const& establishment) override;

  // ---- committees and sessions (registers_planning.cpp) ----
  Page committees(std::string const& establishment, PageRequest const& page) override;
  Page sessions(std::string const& establishment, PageRequest const& page) override;
  Json add_committee(std::string const& establishment, NewCommittee const& committee) override;
  Json add_session(std::string const& establishment, NewSession const& session) override;
  std::optional<Json> move_committee(std::string const& establishment, std::string const& id,
                                     Date held_on) override;
  std::optional<Json> remove_committee(std::string const& establishment, std::string const& id) override;
  std::optional<Json> amend_session(std::string const& establishment, std::string const& id,
                                    Json const& patch) override;
  std::optional<Json> remove_session(std::string const& establishment, std::string const& id) override;
  std::optional<Json> committee_ties(std::string const& establishment, std::string const& id) override;
  std::optional<Json> session_ties(std::string const& establishment, std::string const& id) override;

  // ---- tasks and transmissions (registers_work.cpp) ----
  Finished finish_task(std::string const& establishment, std::string const& id,
                       std::string const& login) override;
  Finished confirm_transmission(std::string const& establishment, std::string const& id, Date on,
                                std::optional<std::string> const& proof, std::string const& login) override;
  std::optional<Json> transmission(std::string const& establishment, std::string const& id) override;
  std::optional<Json> task(std::string const& establishment, std::string const& id) override;

  // ---- establishments and accounts (registers_accounts.cpp) ----
  void add_establishment(std::string const& code, std::string const& name) override;  // throws AlreadyThere
  std::vector<std::string> establishments() override;
  void add_account(AccountRecord const& account) override;
  /// Its tokens and sessions end at once.
  Disabled disable_account(std::string const& establishment, std::string const& login) override;
  bool add_token(std::string const& establishment, std::string const& login, std::string const& token_hash,
                 int days_valid) override;
  std::optional<Caller> caller_of_token(std::string const& token_hash) override;
  std::optional<Caller> caller_of_login(std::string const& establishment, std::string const& login) override;

  // ---- the clock of record and the settings (registers_house.cpp) ----
  Clock clock() override;
  void set_manual_clock(Instant now) override;
  /// Throws std::invalid_argument when the clock is manual: such a database is a trial and stays one.
  void start_real_clock() override;
  Json setting(std::string const& establishment, std::string const& name) override;
  /// Throws std::invalid_argument for a setting that could not be read again
  /// (setting_values.hpp).
  void set_setting(std::string const& establishment, std::string const& name, Json const& value,
                   std::string const& login) override;

 private:
  Access access_;
  CostlyAnswers<Json> counts_;
};

}  // namespace jalon::postgres
