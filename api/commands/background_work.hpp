// Timers and outbox: what `serve` and `worker` do beside answering.
#pragma once
#include <memory>

#include "adapters/postgres/wakeup.hpp"
#include "adapters/smtp/smtp_mailer.hpp"
#include "api/commands/background_loop.hpp"
#include "api/commands/program.hpp"
#include "api/commands/reminding.hpp"
#include "engine/dispatcher/message_sending.hpp"
#include "engine/dispatcher/morning_digests.hpp"

namespace jalon::commands {

struct MailOptions {
  smtp::SmtpSettings smtp;
  std::string starttls = "required";
  bool is_configured() const { return !smtp.url.empty(); }
};
void add_mail_options(CLI::App& verb, MailOptions& options);

class BackgroundWork {
 public:
  // With a manual clock the deadlines pass when the clock is set, and not by themselves.
  // Links in e-mails to the staff begin with `public_url`.
  BackgroundWork(Program& program, Reminding& reminding, std::string const& connection_string,
                 MailOptions const& mail, bool manual_clock, std::string const& public_url);
  ~BackgroundWork();

  // Nothing without a mail server: reminders that nobody sends would only pile up.
  MorningDigests* mornings() { return mailer_ ? &digests_ : nullptr; }

 private:
  BackgroundLoop::Pause fire_deadlines();
  BackgroundLoop::Pause send_messages();

  Program& program_;
  std::unique_ptr<smtp::SmtpMailer> mailer_;
  MessageSending sending_;
  MorningDigests digests_;
  std::chrono::steady_clock::time_point next_digests_{}, emails_rest_until_{};
  std::unique_ptr<BackgroundLoop> deadlines_, outbox_;
  std::unique_ptr<postgres::Wakeup> wakeup_;
};

}  // namespace jalon::commands
