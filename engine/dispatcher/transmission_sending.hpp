// Sends reports to the national system, in the order of each case; every outcome is recorded.
#pragma once
#include "engine/ports/report_writer.hpp"
#include "engine/ports/transmission_outbox.hpp"
#include "engine/ports/transmitter.hpp"

namespace jalon {

class TransmissionSending {
 public:
  struct Round {
    std::size_t handled = 0;
    bool server_is_out = false;  // what is left waits for another round
  };

  TransmissionSending(TransmissionOutbox& outbox, ReportWriter const& writer, Transmitter& transmitter)
      : outbox_(outbox), writer_(writer), transmitter_(transmitter) {}

  std::size_t recover_abandoned() { return outbox_.recover_abandoned(); }

  // Everything that may leave now, one claim at a time: what a killed process had claimed is in doubt, and so
  // only one report can be.
  Round send_all();

 private:
  void handle(Report const& report, Round& round);
  void record(Report const& report, TransmitOutcome const& outcome, Round& round);

  TransmissionOutbox& outbox_;
  ReportWriter const& writer_;
  Transmitter& transmitter_;
};

}  // namespace jalon
