#include "api/commands/background_work.hpp"

#include "api/commands/setting_change.hpp"
#include "api/endpoints/policy.hpp"

namespace jalon::commands {

namespace {
constexpr BackgroundLoop::Pause longest_pause{5'000};

std::unique_ptr<smtp::SmtpMailer> make_mailer(MailOptions const& mail) {
  if (!mail.is_configured()) return nullptr;
  auto settings = mail.smtp;
  if (mail.starttls == "none") settings.starttls = smtp::StartTls::none;
  if (mail.starttls == "opportunistic") settings.starttls = smtp::StartTls::opportunistic;
  return std::make_unique<smtp::SmtpMailer>(settings);
}

std::string domain_of(std::string const& address) {
  auto const at = address.find('@');
  return at == std::string::npos ? "jalon.invalid" : address.substr(at + 1);
}
}  // namespace

void add_mail_options(CLI::App& verb, MailOptions& options) {
  verb.add_option("--smtp", options.smtp.url, "Serveur d'envoi : smtp://hôte:port ou smtps://hôte:port")
      ->envname("JALON_SMTP");
  verb.add_option("--smtp-user", options.smtp.user, "Identifiant auprès du serveur d'envoi")
      ->envname("JALON_SMTP_USER");
  verb.add_option("--smtp-password", options.smtp.password, "Mot de passe ; plutôt JALON_SMTP_PASSWORD_FILE")
      ->envname("JALON_SMTP_PASSWORD");
  verb.add_option("--mail-from", options.smtp.from, "Adresse d'expédition des courriels")
      ->envname("JALON_MAIL_FROM");
  verb.add_option("--mail-from-name", options.smtp.from_name, "Nom d'expéditeur")
      ->envname("JALON_MAIL_FROM_NAME");
  verb.add_option("--smtp-starttls", options.starttls, "Chiffrement d'une connexion smtp://")
      ->check(CLI::IsMember({"required", "opportunistic", "none"}))
      ->envname("JALON_SMTP_STARTTLS");
}

BackgroundWork::BackgroundWork(Program& program, std::string const& connection_string,
                               OutgoingOptions const& outgoing, bool manual_clock)
    : program_(program),
      mailer_(make_mailer(outgoing.mail)),
      transmitter_(make_transmitter(outgoing.sdo)),
      sending_(program.outbox, program.press, mailer_.get(), domain_of(outgoing.mail.smtp.from)),
      digests_(program.morning_reminders, program.settings, program.registers, program.pathways,
               outgoing.public_url),
      audit_(program.background) {
  // What passed while nothing ran fires once, late: by the loop's first round, or here when no loop runs.
  take_effect();
  if (manual_clock)
    program_.firing.fire_all();
  else
    deadlines_ =
        std::make_unique<BackgroundLoop>("deadlines", longest_pause, [this] { return fire_deadlines(); });
  open_the_day();
  outbox_ = std::make_unique<BackgroundLoop>("outbox", longest_pause, [this] { return send_messages(); });
  if (transmitter_)
    reports_ =
        std::make_unique<BackgroundLoop>("reports", longest_pause, [this] { return send_transmissions(); });
  sealing_ = std::make_unique<BackgroundLoop>("audit", longest_pause, [this] { return seal_audit(); });
  wakeup_ = std::make_unique<postgres::Wakeup>(connection_string,
                                               std::vector<std::string>{"jalon_due", "jalon_outbox"},
                                               [this](std::string_view channel, std::string_view) {
                                                 if (deadlines_ && channel != "jalon_outbox")
                                                   deadlines_->wake();
                                                 if (channel != "jalon_due") outbox_->wake();
                                                 if (reports_ && channel != "jalon_due") reports_->wake();
                                               });
}

BackgroundWork::~BackgroundWork() {
  if (mailer_) mailer_->hang_up();  // a server that hangs does not hold up the end
  if (transmitter_) transmitter_->hang_up();
}

Silences BackgroundWork::silences() const {
  Silences all;
  auto const now = std::chrono::steady_clock::now();
  for (auto const* loop : {deadlines_.get(), outbox_.get(), reports_.get(), sealing_.get()})
    if (loop) all.emplace(loop->name(), now - loop->last_success());
  return all;
}

BackgroundLoop::Pause BackgroundWork::fire_deadlines() {
  take_effect();
  program_.firing.fire_all();
  auto const next = program_.firing.next_due();
  if (!next.due) return longest_pause;
  return std::chrono::duration_cast<BackgroundLoop::Pause>(*next.due - next.now) + BackgroundLoop::Pause(1);
}

// A change planned for a day holds for what passes at its first moment.
void BackgroundWork::take_effect() {
  api::take_effect({change_in(program_), program_.policies, program_.registers});
}

// What begins with a day and is no deadline. With a manual clock it is asked for when the clock is set, too.
void BackgroundWork::open_the_day() {
  take_effect();
  program_.consultation.open_all();
}

BackgroundLoop::Pause BackgroundWork::send_messages() {
  sending_.recover_abandoned();
  auto const now = std::chrono::steady_clock::now();
  if (now >= next_morning_) {
    open_the_day();
    if (mailer_) digests_.open_all();
    next_morning_ = now + std::chrono::minutes(1);
  }
  auto const round = sending_.send_all(now >= emails_rest_until_);
  if (round.server_is_out) emails_rest_until_ = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  return longest_pause;
}

BackgroundLoop::Pause BackgroundWork::send_transmissions() {
  TransmissionSending sending(program_.transmission_outbox, program_.report_writer, *transmitter_);
  sending.recover_abandoned();
  auto const now = std::chrono::steady_clock::now();
  if (now < reports_rest_until_) return longest_pause;
  if (sending.send_all().server_is_out) reports_rest_until_ = now + std::chrono::minutes(1);
  return longest_pause;
}

// Off the way of those who wait: what they wrote is noted in their commit, and sealed here.
BackgroundLoop::Pause BackgroundWork::seal_audit() {
  audit_.seal_all();
  return longest_pause;
}

}  // namespace jalon::commands
