#pragma once

#include "adapters/smtp/smtp_settings.hpp"
#include "engine/ports/mailer.hpp"

namespace jalon::smtp {

// Sends e-mails to one SMTP server by libcurl, one connection per mail, so that a broken one spoils no other.
//
// What an end of the conversation means:
//   250 after the data                                   Sent
//   5xx at any command                                   Refused
//   4xx, a lost connection, a time-out, failed TLS       TryLater, when the message was not wholly sent
//   the same once the last byte of the message is out    InDoubt (RFC 1047), but for a 4xx: TryLater
//   a refused log-in                                     TryLater: the settings are wrong, not the mail
//   a mail that is no mail (address, control characters) Refused, without a connection
class SmtpMailer : public Mailer {
 public:
  // Throws std::invalid_argument, naming the setting, when one of them cannot work.
  explicit SmtpMailer(SmtpSettings settings);

  SendOutcome send(Email const& email) override;

 private:
  SmtpSettings settings_;
};

}  // namespace jalon::smtp
