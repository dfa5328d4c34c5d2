#pragma once

#include "adapters/postgres/claimer.hpp"
#include "engine/ports/transmission_outbox.hpp"

namespace jalon::postgres {

/// The reports that leave by themselves, in PostgreSQL. Any number of processes may send them. Retries are in
/// real time; the day of a confirmation is that of the clock of record. Throws Unavailable.
class PostgresTransmissionOutbox : public TransmissionOutbox {
 public:
  explicit PostgresTransmissionOutbox(Pool& pool,
                                      std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience), claimer_(pool, patience) {}

  std::optional<Report> claim() override;
  void record_accepted(Report const& report, std::string const& proof) override;
  void record_try_later(Report const& report, std::string const& reason, int retry_after_s) override;
  void record_refused(Report const& report, std::string const& reason) override;
  void record_in_doubt(Report const& report, std::string const& reason) override;
  std::size_t recover_abandoned() override;
  void let_go() noexcept override { claimer_.let_go(); }

 private:
  void stop(Report const& report, char const* delivery, std::string const& reason, int pause_s);

  Access access_;
  Claimer claimer_;
};

}  // namespace jalon::postgres
