// Reports that wait to leave the house by themselves. Claimed, sent, recorded, as messages are (outbox.hpp).
#pragma once
#include <optional>
#include <string>

#include "engine/model/report.hpp"

namespace jalon {

class TransmissionOutbox {
 public:
  virtual ~TransmissionOutbox() = default;
  // The next report that may leave now, of any establishment; its claim is committed before anything is sent.
  // Never one whose case has an earlier report that is not confirmed.
  virtual std::optional<Report> claim() = 0;
  // Confirms it as a person would (today, with the proof, by `via_trajectoire`) and ends its task, in one
  // commit.
  virtual void record_accepted(Report const& report, std::string const& proof) = 0;
  // Tried again after so many seconds of real time.
  virtual void record_try_later(Report const& report, std::string const& reason, int retry_after_s) = 0;
  // These two stay to do, for a person, with the reason; send_again lets them go once more.
  virtual void record_refused(Report const& report, std::string const& reason) = 0;
  virtual void record_in_doubt(Report const& report, std::string const& reason) = 0;
  // Claims of processes that died become in doubt. Returns how many.
  virtual std::size_t recover_abandoned() = 0;
  // What was claimed and not told of is given up, and then found abandoned as a dead process's is. For when
  // something failed on the way that is nobody's to record.
  virtual void let_go() noexcept = 0;
};

}  // namespace jalon
