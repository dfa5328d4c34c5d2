#include "adapters/smtp/smtp_session.hpp"

#include <algorithm>
#include <new>
#include <optional>
#include <stdexcept>

#include "adapters/smtp/header_text.hpp"
#include "adapters/smtp/mime_message.hpp"
#include "adapters/smtp/outcome.hpp"
#include "engine/text/email_address.hpp"
#include "engine/text/utf8.hpp"

namespace jalon::smtp {

namespace {

using Recipients = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

// When the program ends: how much longer a server may take to say that it has a whole message.
constexpr std::chrono::seconds patience_when_ending{10};

CURL* new_handle() {
  static CURLcode const started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw std::runtime_error("libcurl does not start");
  auto* const handle = curl_easy_init();
  if (handle == nullptr) throw std::bad_alloc{};
  return handle;
}

bool is_body_text(std::string_view text) {
  return utf8::is_valid(text) && text.find('\0') == std::string_view::npos;
}

std::optional<Refused> fault_of(Email const& email) {
  if (!is_mailable_address(email.to))
    return Refused{"L’adresse électronique du destinataire n’est pas valable."};
  if (!is_message_id(email.message_id)) return Refused{"L’identifiant du message n’est pas valable."};
  if (email.subject.empty() || !is_header_text(email.subject)) {
    return Refused{"L’objet du message doit être une seule ligne, sans caractère de commande."};
  }
  if (!is_body_text(email.text) || !is_body_text(email.html)) {
    return Refused{"Le texte du message contient des caractères qui ne peuvent pas être envoyés."};
  }
  return std::nullopt;
}

long tls_level(SmtpSettings const& settings) {
  switch (settings.starttls) {
    case StartTls::required:
      return CURLUSESSL_ALL;
    case StartTls::opportunistic:
      return settings.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL;
    case StartTls::none:
      return CURLUSESSL_NONE;
  }
  return CURLUSESSL_ALL;
}

void set_security(CURL* handle, SmtpSettings const& settings) {
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_USE_SSL, tls_level(settings));
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!settings.certificate_authorities.empty()) {
    curl_easy_setopt(handle, CURLOPT_CAINFO, settings.certificate_authorities.c_str());
  }
  if (settings.user.empty()) return;
  curl_easy_setopt(handle, CURLOPT_USERNAME, settings.user.c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, settings.password.c_str());
}

// libcurl's own limits are set beyond ours, which know the phase.
void set_timeouts(CURL* handle, Timeouts const& timeouts) {
  auto const log_in = timeouts.greeting + 5 * timeouts.command;  // EHLO, STARTTLS, EHLO, AUTH and its answer
  auto const longest = std::max({timeouts.command, timeouts.data, timeouts.block, timeouts.end});
  auto const answer = std::chrono::ceil<std::chrono::seconds>(longest) + std::chrono::seconds{1};
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(log_in.count()));
  curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(answer.count()));
}

bool nothing_but_the_connection_was_lost(CURLcode ended, Conversation const& conversation) {
  if (ended == CURLE_OK || ended == CURLE_ABORTED_BY_CALLBACK) return false;
  int const code = conversation.last_code();
  return conversation.phase() <= Phase::sender && (code == 0 || code == 421);
}

}  // namespace

SmtpSession::SmtpSession(SmtpSettings const& settings, std::atomic<bool> const& hung_up)
    : settings_(settings), hung_up_(hung_up), handle_(new_handle(), &curl_easy_cleanup) {}

SmtpSession::~SmtpSession() {
  curl_easy_setopt(handle_.get(), CURLOPT_SERVER_RESPONSE_TIMEOUT,
                   static_cast<long>(settings_.timeouts.farewell.count()));
}

SendOutcome SmtpSession::send(Email const& email) {
  if (auto const fault = fault_of(email)) return *fault;
  if (hung_up_) return TryLater{"Jalon s’arrête.", Trouble::server};
  bool const on_kept_connection = keeps_connection_;
  Conversation conversation;
  auto const ended = converse(email, conversation);
  // A server may close a kept connection whenever it likes; the mail was not even begun.
  if (on_kept_connection && nothing_but_the_connection_was_lost(ended, conversation)) {
    Conversation again;
    return outcome_of(converse(email, again), again);
  }
  return outcome_of(ended, conversation);
}

CURLcode SmtpSession::converse(Email const& email, Conversation& conversation) {
  auto* const handle = handle_.get();
  set_up(conversation);
  Recipients const recipients{curl_slist_append(nullptr, ("<" + email.to + ">").c_str()),
                              &curl_slist_free_all};
  if (!recipients) throw std::bad_alloc{};
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
  MimeMessage const message{handle, settings_, email};
  message.attach_to(handle);
  Watch watch{*this, conversation};
  curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &watch);
  auto const ended = curl_easy_perform(handle);
  keeps_connection_ = ended == CURLE_OK;
  curl_easy_reset(handle);  // nothing points to this mail any more; the connection stays
  return ended;
}

void SmtpSession::set_up(Conversation& conversation) {
  auto* const handle = handle_.get();
  curl_easy_setopt(handle, CURLOPT_URL, settings_.url.c_str());
  curl_easy_setopt(handle, CURLOPT_MAIL_FROM, ("<" + settings_.from + ">").c_str());
  set_security(handle, settings_);
  set_timeouts(handle, settings_.timeouts);
  curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, &Watch::look);
  conversation.attach_to(handle);
}

bool SmtpSession::must_break_off(Conversation const& conversation) const {
  auto const silence = conversation.silence();
  if (silence > conversation.patience(settings_.timeouts)) return true;
  return hung_up_ && (!conversation.whole_message_sent() || silence > patience_when_ending);
}

int SmtpSession::Watch::look(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  auto const& watch = *static_cast<Watch*>(self);
  return watch.session.must_break_off(watch.conversation) ? 1 : 0;
}

}  // namespace jalon::smtp
