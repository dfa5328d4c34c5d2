#include "adapters/smtp/smtp_mailer.hpp"

#include <curl/curl.h>

#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <utility>

#include "adapters/smtp/conversation.hpp"
#include "adapters/smtp/header_text.hpp"
#include "adapters/smtp/mime_message.hpp"
#include "adapters/smtp/outcome.hpp"
#include "engine/text/email_address.hpp"
#include "engine/text/utf8.hpp"

namespace jalon::smtp {

namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Recipients = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void start_curl_once() {
  static CURLcode const started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

void demand(bool holds, char const* what_is_wrong) {
  if (!holds) throw std::invalid_argument(what_is_wrong);
}

void check(SmtpSettings const& settings) {
  demand(begins_with(settings.url, "smtp://") || begins_with(settings.url, "smtps://"),
         "smtp url: must begin with smtp:// or smtps://");
  demand(is_header_text(settings.url) && settings.url.find(' ') == std::string::npos,
         "smtp url: must hold no blank or control character");
  demand(settings.url.find('@') == std::string::npos, "smtp url: must hold no user and password");
  demand(is_mailable_address(settings.from), "smtp from: is no e-mail address");
  demand(is_header_text(settings.from_name), "smtp from_name: must be one line of UTF-8");
  demand(settings.user.empty() == settings.password.empty(), "smtp user and password: both or none");
  demand(settings.timeouts.connect.count() > 0 && settings.timeouts.answer.count() > 0 &&
             settings.timeouts.whole.count() > 0,
         "smtp timeouts: must be positive");
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

void set_timeouts(CURL* handle, Timeouts const& timeouts) {
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(timeouts.connect.count()));
  curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(timeouts.answer.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(timeouts.whole.count()));
}

void set_envelope(CURL* handle, SmtpSettings const& settings, curl_slist* recipients) {
  curl_easy_setopt(handle, CURLOPT_URL, settings.url.c_str());
  curl_easy_setopt(handle, CURLOPT_MAIL_FROM, ("<" + settings.from + ">").c_str());
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients);
}

}  // namespace

SmtpMailer::SmtpMailer(SmtpSettings settings) : settings_(std::move(settings)) {
  check(settings_);
  start_curl_once();
}

SendOutcome SmtpMailer::send(Email const& email) {
  if (auto const fault = fault_of(email)) return *fault;
  Conversation conversation;  // declared before the handle, whose end still says QUIT
  Recipients const recipients{curl_slist_append(nullptr, ("<" + email.to + ">").c_str()),
                              &curl_slist_free_all};
  Handle const handle{curl_easy_init(), &curl_easy_cleanup};
  if (!recipients || !handle) throw std::bad_alloc{};
  set_envelope(handle.get(), settings_, recipients.get());
  set_security(handle.get(), settings_);
  set_timeouts(handle.get(), settings_.timeouts);
  MimeMessage const message{handle.get(), settings_, email};
  message.attach_to(handle.get());
  conversation.attach_to(handle.get());
  auto const ended = curl_easy_perform(handle.get());
  Conversation::detach_from(handle.get());
  return outcome_of(ended, conversation);
}

}  // namespace jalon::smtp
