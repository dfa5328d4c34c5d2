// The way to the national system (SI-SDO), where an establishment has one.
#pragma once
#include "engine/model/report.hpp"
#include "engine/ports/mailer.hpp"

namespace jalon {

// The system has it; `proof` names it there.
struct Accepted {
  std::string proof;
};

// The other ends are those of a mail, and mean the same: a report cannot be taken back, so one whose end
// nobody knows is never sent again by itself.
using TransmitOutcome = std::variant<Accepted, TryLater, Refused, InDoubt>;

class Transmitter {
 public:
  virtual ~Transmitter() = default;
  // `document` is the report as ReportWriter writes it. Does not throw for what the network or the system
  // does.
  virtual TransmitOutcome send(Report const& report, Json const& document) = 0;
  // The program ends: an exchange breaks off where that leaves no doubt, and no new one begins.
  virtual void hang_up() = 0;
};

}  // namespace jalon
