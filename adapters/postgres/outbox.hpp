#pragma once

#include "adapters/postgres/claimer.hpp"
#include "engine/ports/outbox.hpp"

namespace jalon::postgres {

/// The outbox in PostgreSQL. Any number of processes may empty it: claims pass over what others hold.
///
/// Retries are in real time; the dates in letters come from the clock of record.
class PostgresOutbox : public Outbox {
 public:
  explicit PostgresOutbox(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience), claimer_(pool, patience) {}

  /// `attempts` of a message counts those before this one.
  std::vector<OutgoingMessage> claim(std::size_t limit, bool with_emails) override;
  void record_prepared(OutgoingMessage const& message, RenderedMessage const& letter) override;
  void record_sent(OutgoingMessage const& message) override;
  void record_try_later(OutgoingMessage const& message, std::string const& reason, int retry_after_s,
                        bool is_shown) override;
  void record_refused(OutgoingMessage const& message, std::string const& reason) override;
  void record_in_doubt(OutgoingMessage const& message, std::string const& reason) override;
  std::size_t recover_abandoned() override;
  void let_go() noexcept override { claimer_.let_go(); }

 private:
  void park(OutgoingMessage const& message, char const* status, std::string const& reason);

  Access access_;
  Claimer claimer_;
};

}  // namespace jalon::postgres
