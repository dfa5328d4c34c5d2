#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>
#include <string_view>

#include "adapters/smtp/smtp_settings.hpp"
#include "engine/ports/mailer.hpp"

namespace jalon::smtp {

// Headers and body of one mail, held as libcurl wants them: multipart/alternative, the plain text first,
// both in UTF-8 and quoted-printable, every line ended by CRLF.
class MimeMessage {
 public:
  MimeMessage(CURL* handle, SmtpSettings const& settings, Email const& email);
  void attach_to(CURL* handle) const;

 private:
  void add_header(std::string const& line);
  void add_body(std::string_view text, char const* type);

  std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers_{nullptr, &curl_slist_free_all};
  std::unique_ptr<curl_mime, decltype(&curl_mime_free)> body_;
};

// Every line ending (CRLF, LF, CR) as CRLF: what SMTP asks of a text.
std::string with_crlf(std::string_view text);

}  // namespace jalon::smtp
