#include "engine/dispatcher/message_sending.hpp"

#include <algorithm>
#include <array>

namespace jalon {

int retry_pause_s(int attempts) {
  static constexpr std::array pauses_s{60, 300, 900, 3600};
  return pauses_s[std::size_t(std::clamp(attempts, 0, int(pauses_s.size()) - 1))];
}

MessageSending::MessageSending(Outbox& outbox, Press const& press, Mailer* mailer, std::string mail_domain)
    : outbox_(outbox), press_(press), mailer_(mailer), mail_domain_(std::move(mail_domain)) {}

std::size_t MessageSending::send_all(std::size_t batch) {
  std::size_t handled = 0;
  for (;;) {
    auto const claimed = outbox_.claim(batch, mailer_ != nullptr);
    for (auto const& message : claimed) handle(message);
    handled += claimed.size();
    if (claimed.size() < batch) return handled;
  }
}

void MessageSending::handle(OutgoingMessage const& message) {
  RenderedMessage rendered;
  try {
    rendered = press_.render(message.template_name, message.data);
  } catch (std::exception const& error) {  // a poisoned message is parked; the others go on
    return outbox_.record_refused(message, error.what());
  }
  if (!message.by_email) return outbox_.record_prepared(message, rendered.html);
  if (message.recipient_address.empty())
    return outbox_.record_refused(message, "aucune adresse électronique n'est connue pour ce destinataire");
  send_email(message, rendered);
}

void MessageSending::send_email(OutgoingMessage const& message, RenderedMessage const& rendered) {
  auto const outcome = mailer_->send({message.id + "@" + mail_domain_, message.recipient_address,
                                      rendered.subject, rendered.text, rendered.html});
  if (std::holds_alternative<Sent>(outcome))
    outbox_.record_sent(message);
  else if (auto const* later = std::get_if<TryLater>(&outcome))
    outbox_.record_try_later(message, later->reason, retry_pause_s(message.attempts));
  else if (auto const* refused = std::get_if<Refused>(&outcome))
    outbox_.record_refused(message, refused->reason);
  else
    outbox_.record_in_doubt(message, std::get<InDoubt>(outcome).reason);
}

}  // namespace jalon
