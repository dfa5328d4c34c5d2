// Timers and outbox: what `serve` and `worker` do beside answering.
#pragma once
#include <map>
#include <memory>

#include "adapters/postgres/audit.hpp"
#include "adapters/postgres/wakeup.hpp"
#include "adapters/smtp/smtp_mailer.hpp"
#include "api/commands/background_loop.hpp"
#include "api/commands/program.hpp"
#include "api/commands/sdo_options.hpp"
#include "engine/dispatcher/message_sending.hpp"
#include "engine/dispatcher/morning_digests.hpp"
#include "engine/dispatcher/transmission_sending.hpp"

namespace jalon::commands {

struct MailOptions {
  smtp::SmtpSettings smtp;
  std::string starttls = "required";
  bool is_configured() const { return !smtp.url.empty(); }
};
void add_mail_options(CLI::App& verb, MailOptions& options);

// Where things go that leave the house.
struct OutgoingOptions {
  MailOptions mail;
  via_trajectoire::SdoSettings sdo;
  std::string public_url = "http://127.0.0.1:8080";  // how links in e-mails to the staff begin
};

// How long ago each kind of work last ended well; since the start when it never has.
using Silences = std::map<std::string, std::chrono::duration<double>>;

class BackgroundWork {
 public:
  // With a manual clock the deadlines pass when the clock is set, and not by themselves.
  BackgroundWork(Program& program, std::string const& connection_string, OutgoingOptions const& outgoing,
                 bool manual_clock);
  ~BackgroundWork();

  Silences silences() const;

  // Nothing without a mail server: reminders that nobody sends would only pile up.
  MorningDigests* mornings() { return mailer_ ? &digests_ : nullptr; }

 private:
  BackgroundLoop::Pause fire_deadlines();
  BackgroundLoop::Pause send_messages();
  void take_effect();
  void open_the_day();
  BackgroundLoop::Pause send_transmissions();
  BackgroundLoop::Pause seal_audit();

  Program& program_;
  std::unique_ptr<smtp::SmtpMailer> mailer_;
  std::unique_ptr<via_trajectoire::SdoTransmitter> transmitter_;
  MessageSending sending_;
  MorningDigests digests_;
  postgres::PostgresAudit audit_;
  std::chrono::steady_clock::time_point next_morning_{}, emails_rest_until_{}, reports_rest_until_{};
  std::unique_ptr<BackgroundLoop> deadlines_, outbox_, reports_, sealing_;
  std::unique_ptr<postgres::Wakeup> wakeup_;
};

}  // namespace jalon::commands
