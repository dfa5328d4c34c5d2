#pragma once

#include <chrono>
#include <string>

namespace jalon::smtp {

// Whether a plain smtp:// connection must turn to TLS before anything else is said.
enum class StartTls { required, opportunistic, none };

// Time-outs of one sending. The defaults are the minima of RFC 5321, 4.5.3.2.
struct Timeouts {
  std::chrono::milliseconds connect{std::chrono::minutes{5}};  // TCP, TLS, greeting, EHLO and log-in together
  std::chrono::seconds answer{std::chrono::minutes{10}};       // one answer of the server, QUIT's too
  std::chrono::milliseconds whole{std::chrono::minutes{15}};   // everything before QUIT
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
