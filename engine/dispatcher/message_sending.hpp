// Empties the outbox: letters are prepared, e-mails sent; each outcome is recorded. Nothing leaves but from
// here.
#pragma once
#include <string>

#include "engine/ports/mailer.hpp"
#include "engine/ports/outbox.hpp"
#include "engine/ports/press.hpp"

namespace jalon {

class MessageSending {
 public:
  // What one round did. When the mail server is out, the e-mails that are left wait for another round.
  struct Round {
    std::size_t handled = 0;
    bool server_is_out = false;
  };

  // Without a mailer (null) e-mails wait.
  MessageSending(Outbox& outbox, Press const& press, Mailer* mailer, std::string mail_domain);

  std::size_t recover_abandoned() { return outbox_.recover_abandoned(); }

  // Everything that may leave now, one claim at a time: what a killed process had claimed is in doubt, and so
  // only one mail can be. Letters come first, because they wait for no server; the e-mails then leave over
  // one connection.
  Round send_all(bool with_emails = true);

 private:
  void empty(MailSession* session, Round& round);
  void handle(OutgoingMessage const& message, MailSession* session, Round& round);
  void send_email(OutgoingMessage const& message, RenderedMessage const& rendered, MailSession& session,
                  Round& round);
  void try_later(OutgoingMessage const& message, TryLater const& later);

  Outbox& outbox_;
  Press const& press_;
  Mailer* mailer_;
  std::string mail_domain_;
};

// Growing pauses: 1 min, 5 min, 15 min, then every hour.
int retry_pause_s(int attempts);

}  // namespace jalon
