#include "engine/dispatcher/transmission_sending.hpp"

#include "engine/dispatcher/message_sending.hpp"

namespace jalon {

namespace {

std::string told(Unwritable const& missing) {
  std::string text;
  for (auto const& each : missing) text += (text.empty() ? "" : " ") + each.message;
  return text;
}

}  // namespace

TransmissionSending::Round TransmissionSending::send_all() {
  Round round;
  while (!round.server_is_out) {
    auto const report = outbox_.claim();
    if (!report) break;
    try {
      handle(*report, round);
    } catch (...) {
      outbox_.let_go();
      throw;
    }
    ++round.handled;
  }
  return round;
}

// What is missing may be completed any day: the report then leaves by itself.
void TransmissionSending::handle(Report const& report, Round& round) {
  auto const written = writer_.write(report);
  if (auto const* missing = std::get_if<Unwritable>(&written))
    return outbox_.record_try_later(report, told(*missing), retry_pause_s(report.attempts));
  record(report, transmitter_.send(report, std::get<Json>(written)), round);
}

void TransmissionSending::record(Report const& report, TransmitOutcome const& outcome, Round& round) {
  if (auto const* accepted = std::get_if<Accepted>(&outcome))
    outbox_.record_accepted(report, accepted->proof);
  else if (auto const* refused = std::get_if<Refused>(&outcome))
    outbox_.record_refused(report, refused->reason);
  else if (auto const* in_doubt = std::get_if<InDoubt>(&outcome))
    outbox_.record_in_doubt(report, in_doubt->reason);
  else {
    round.server_is_out = true;
    outbox_.record_try_later(report, std::get<TryLater>(outcome).reason, retry_pause_s(report.attempts));
  }
}

}  // namespace jalon
