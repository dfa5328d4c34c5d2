#pragma once

#include <atomic>

#include "adapters/smtp/smtp_settings.hpp"
#include "engine/ports/mailer.hpp"

namespace jalon::smtp {

// One SMTP server, spoken to by libcurl. A session keeps its connection from one mail to the next; one that
// failed is never used again, so that a broken mail spoils no other.
//
// What an end of the conversation means:
//   250 after the data                                        Sent
//   5xx to MAIL, RCPT, DATA or the message                    Refused
//   4xx there                                                 TryLater
//   a lost connection, a time-out, anything before MAIL       TryLater, of the server
//   a 5xx or a refused log-in before MAIL, failed encryption  TryLater, of the settings
//   no answer once the last byte of the message is out        InDoubt (RFC 1047)
//   a mail that is no mail (address, control characters)      Refused, without a connection
class SmtpMailer : public Mailer {
 public:
  // Throws std::invalid_argument, naming the setting, when one of them cannot work.
  explicit SmtpMailer(SmtpSettings settings);

  // The mailer must outlive its sessions.
  std::unique_ptr<MailSession> open() override;
  void hang_up() override { hung_up_ = true; }

 private:
  SmtpSettings settings_;
  std::atomic<bool> hung_up_{false};
};

}  // namespace jalon::smtp
