#include "engine/dispatcher/message_sending.hpp"

#include <algorithm>
#include <array>

namespace jalon {

namespace {

// A mail that has waited for some four hours is shown to a person; after five days it is given up (RFC 5321,
// 4.5.4.1, asks for four to five).
constexpr int attempts_until_shown = 7, most_attempts = 4 + 5 * 24;

}  // namespace

int retry_pause_s(int attempts) {
  static constexpr std::array pauses_s{60, 300, 900, 3600};
  return pauses_s[std::size_t(std::clamp(attempts, 0, int(pauses_s.size()) - 1))];
}

MessageSending::MessageSending(Outbox& outbox, Press const& press, Mailer* mailer, std::string mail_domain)
    : outbox_(outbox), press_(press), mailer_(mailer), mail_domain_(std::move(mail_domain)) {}

MessageSending::Round MessageSending::send_all(bool with_emails) {
  Round round;
  empty(nullptr, round);
  if (mailer_ && with_emails) empty(mailer_->open().get(), round);
  return round;
}

void MessageSending::empty(MailSession* session, Round& round) {
  while (!round.server_is_out) {
    auto const claimed = outbox_.claim(1, session != nullptr);
    if (claimed.empty()) return;
    try {
      handle(claimed.front(), session, round);
    } catch (...) {
      outbox_.let_go();
      throw;
    }
    ++round.handled;
  }
}

void MessageSending::handle(OutgoingMessage const& message, MailSession* session, Round& round) {
  RenderedMessage rendered;
  try {
    rendered = press_.render(message.template_name, message.data, message.own_template);
  } catch (std::exception const& error) {  // a poisoned message is parked; the others go on
    return outbox_.record_refused(message, error.what());
  }
  if (!message.by_email) return outbox_.record_prepared(message, rendered);
  if (message.recipient_address.empty())
    return outbox_.record_refused(message, "aucune adresse électronique n'est connue pour ce destinataire");
  send_email(message, rendered, *session, round);
}

void MessageSending::send_email(OutgoingMessage const& message, RenderedMessage const& rendered,
                                MailSession& session, Round& round) {
  auto const outcome = session.send({message.id + "@" + mail_domain_, message.recipient_address,
                                     rendered.subject, rendered.text, rendered.html});
  if (std::holds_alternative<Sent>(outcome))
    outbox_.record_sent(message);
  else if (auto const* refused = std::get_if<Refused>(&outcome))
    outbox_.record_refused(message, refused->reason);
  else if (auto const* in_doubt = std::get_if<InDoubt>(&outcome))
    outbox_.record_in_doubt(message, in_doubt->reason);
  else {
    auto const& later = std::get<TryLater>(outcome);
    round.server_is_out = later.trouble != Trouble::mail;
    try_later(message, later);
  }
}

void MessageSending::try_later(OutgoingMessage const& message, TryLater const& later) {
  if (message.attempts >= most_attempts)
    return outbox_.record_refused(message, "Abandonné après cinq jours d’essais. " + later.reason);
  bool const is_shown = later.trouble == Trouble::settings || message.attempts == attempts_until_shown;
  outbox_.record_try_later(message, later.reason, retry_pause_s(message.attempts), is_shown);
}

}  // namespace jalon
