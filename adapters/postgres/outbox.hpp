#pragma once

#include <mutex>
#include <optional>

#include "adapters/postgres/access.hpp"
#include "engine/ports/outbox.hpp"

namespace jalon::postgres {

/// The outbox in PostgreSQL. Any number of processes may empty it: claims pass over what others hold.
///
/// From its first claim on an outbox keeps one connection of the pool to itself (so the pool needs two). What
/// it claims bears the name of that connection, which holds a lock for as long as it lives: a process that
/// died, however it did, is recognised by its lock being free (recover_abandoned).
///
/// Retries are in real time; the dates in letters come from the clock of record.
class PostgresOutbox : public Outbox {
 public:
  explicit PostgresOutbox(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : pool_(pool), patience_(patience), access_(pool, patience) {}
  ~PostgresOutbox() override;

  /// `attempts` of a message counts those before this one.
  std::vector<OutgoingMessage> claim(std::size_t limit, bool with_emails) override;
  void record_prepared(OutgoingMessage const& message, RenderedMessage const& letter) override;
  void record_sent(OutgoingMessage const& message) override;
  void record_try_later(OutgoingMessage const& message, std::string const& reason, int retry_after_s,
                        bool is_shown) override;
  void record_refused(OutgoingMessage const& message, std::string const& reason) override;
  void record_in_doubt(OutgoingMessage const& message, std::string const& reason) override;
  std::size_t recover_abandoned() override;
  void open_digests(std::string const& establishment) override;

 private:
  struct Claimer {
    Lease connection;
    std::string id;
  };
  Claimer& claimer();
  std::vector<OutgoingMessage> claim_as(Claimer const& claimer, std::size_t limit, bool with_emails);
  void park(OutgoingMessage const& message, char const* status, std::string const& reason);

  Pool& pool_;
  std::chrono::milliseconds patience_;
  Access access_;
  std::mutex mutex_;  // one claim at a time
  std::optional<Claimer> claimer_;
};

}  // namespace jalon::postgres
