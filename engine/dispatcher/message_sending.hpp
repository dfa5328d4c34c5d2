// Empties the outbox: letters are prepared, e-mails sent; each outcome is recorded. Nothing leaves but from
// here.
#pragma once
#include <functional>
#include <string>

#include "engine/ports/mailer.hpp"
#include "engine/ports/outbox.hpp"
#include "engine/ports/press.hpp"

namespace jalon {

class MessageSending {
 public:
  // Without a mailer (null) e-mails wait.
  MessageSending(Outbox& outbox, Press const& press, Mailer* mailer, std::string mail_domain);

  std::size_t recover_abandoned() { return outbox_.recover_abandoned(); }
  // Sends what may leave now; answers how many messages were handled.
  std::size_t send_all(std::size_t batch = 50);

 private:
  void handle(OutgoingMessage const& message);
  void send_email(OutgoingMessage const& message, RenderedMessage const& rendered);

  Outbox& outbox_;
  Press const& press_;
  Mailer* mailer_;
  std::string mail_domain_;
};

// Growing pauses: 1 min, 5 min, 15 min, then every hour.
int retry_pause_s(int attempts);

}  // namespace jalon
