#include "adapters/smtp/mime_message.hpp"

#include <new>

#include "adapters/smtp/header_text.hpp"

namespace jalon::smtp {

namespace {

std::string const from = "From: ", subject = "Subject: ";

// A line that holds an encoded word has 76 characters at most (RFC 2047, 2): the address has one of its own.
std::string sender(SmtpSettings const& settings) {
  if (settings.from_name.empty()) return "<" + settings.from + ">";
  return encode_header_text(settings.from_name, from.size()) + "\r\n <" + settings.from + ">";
}

}  // namespace

MimeMessage::MimeMessage(CURL* handle, SmtpSettings const& settings, Email const& email)
    : body_(curl_mime_init(handle), &curl_mime_free) {
  if (!body_) throw std::bad_alloc{};
  add_header(from + sender(settings));
  add_header("To: <" + email.to + ">");
  add_header(subject + encode_header_text(email.subject, subject.size()));
  add_header("Date: " + mail_date(std::chrono::system_clock::now()));
  add_header("Message-ID: <" + email.message_id + ">");
  add_header("Auto-Submitted: auto-generated");
  add_header("MIME-Version: 1.0");
  add_header("Content-Type: multipart/alternative");
  add_body(email.text, "text/plain; charset=utf-8");
  if (!email.html.empty()) add_body(email.html, "text/html; charset=utf-8");
}

void MimeMessage::attach_to(CURL* handle) const {
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers_.get());
  curl_easy_setopt(handle, CURLOPT_MIMEPOST, body_.get());
}

void MimeMessage::add_header(std::string const& line) {
  auto* const longer = curl_slist_append(headers_.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc{};
  static_cast<void>(headers_.release());
  headers_.reset(longer);
}

void MimeMessage::add_body(std::string_view text, char const* type) {
  auto* const part = curl_mime_addpart(body_.get());
  if (part == nullptr) throw std::bad_alloc{};
  auto const lines = with_crlf(text);
  curl_mime_data(part, lines.data(), lines.size());
  curl_mime_type(part, type);
  curl_mime_encoder(part, "quoted-printable");
}

std::string with_crlf(std::string_view text) {
  std::string lines;
  lines.reserve(text.size() + text.size() / 16);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r' && text[i] != '\n') {
      lines += text[i];
      continue;
    }
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
    lines += "\r\n";
  }
  return lines;
}

}  // namespace jalon::smtp
