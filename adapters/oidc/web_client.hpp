#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace jalon::oidc {

struct WebAnswer {
  int status = 0;  // 0: none came
  std::string body;
};

/// Small requests that may be asked again: a configuration, keys, a code for a token. https, or http on this
/// very machine; no redirect, no proxy; at most `largest_body_bytes` and `patience`. (A report to the MDPH,
/// which must not be repeated, has an exchange of its own: adapters/via_trajectoire.) May be used from
/// several threads.
class WebClient {
 public:
  static constexpr std::size_t largest_body_bytes = 256 * 1024;
  explicit WebClient(std::string authority = {}, std::chrono::seconds patience = std::chrono::seconds(10))
      : authority_(std::move(authority)), patience_(patience) {}

  WebAnswer get(std::string const& url) const;
  struct LogIn {
    std::string user, password;
  };
  WebAnswer post_form(std::string const& url, std::string const& form, LogIn const& log_in) const;

 private:
  WebAnswer ask(std::string const& url, std::string const* form, LogIn const* log_in) const;

  std::string authority_;
  std::chrono::seconds patience_;
};

/// As a form or a query wants it.
std::string form_encoded(std::string const& text);

}  // namespace jalon::oidc
