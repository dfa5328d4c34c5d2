#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/reminder_register.hpp"

namespace jalon::postgres {

/// What reminders need, in PostgreSQL: one statement a call. Throws Unavailable when the database cannot be
/// reached in time. May be used from several threads.
class PostgresReminders : public ReminderRegister {
 public:
  explicit PostgresReminders(Pool& pool,
                             std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  MorningState morning_state(std::string const& establishment) override;
  Roster roster(std::string const& establishment, Date from) override;
  /// A case that cannot be read is left out: it stays in every list, and holds up no e-mail.
  ReminderFacts facts(std::string const& establishment, Date from, Date until) override;
  DeadlinePage deadlines(Sight const&, DeadlineFilter const&, PageRequest const&) override;
  std::vector<TroubledMessage> troubled_messages(std::string const& establishment) override;
  bool open_morning(std::string const& establishment, Date day, Json const& details) override;
  void add_urgent(std::string const& establishment, Json const& details) override;
  Json waiting_emails(std::string const& establishment) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
