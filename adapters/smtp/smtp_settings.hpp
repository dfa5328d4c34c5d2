#pragma once

#include <chrono>
#include <string>

namespace jalon::smtp {

// Whether a plain smtp:// connection must turn to TLS before anything else is said.
enum class StartTls { required, opportunistic, none };

// How long to wait in each phase of a conversation. The defaults are the minima of RFC 5321, 4.5.3.2. They
// are looked at once a second; only `farewell` is in whole seconds.
struct Timeouts {
  std::chrono::milliseconds greeting{std::chrono::minutes{5}};  // TCP and the server's first words
  std::chrono::milliseconds command{std::chrono::minutes{5}};   // EHLO, STARTTLS, AUTH, MAIL, RCPT: each
  std::chrono::milliseconds data{std::chrono::minutes{2}};      // DATA, until « 354 »
  std::chrono::milliseconds block{std::chrono::minutes{3}};     // a piece of the message, until it is taken
  std::chrono::milliseconds end{std::chrono::minutes{10}};      // the whole message, until it is accepted
  std::chrono::seconds farewell{5};                             // QUIT, after which nothing is at stake
};

// Where and as whom e-mails leave.
struct SmtpSettings {
  std::string url;   // smtp://host:port, or smtps://host:port for TLS from the first byte
  std::string user;  // empty: no log-in
  std::string password;
  std::string from;       // a bare address
  std::string from_name;  // shown beside it, UTF-8; may be empty
  // A log-in is never tried in the clear with `opportunistic`: it then counts as `required`.
  StartTls starttls = StartTls::required;
  std::string certificate_authorities;  // a PEM file; empty: those of the system
  Timeouts timeouts{};
};

}  // namespace jalon::smtp
