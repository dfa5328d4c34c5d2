#pragma once

#include <curl/curl.h>

#include <atomic>
#include <memory>

#include "adapters/smtp/conversation.hpp"
#include "adapters/smtp/smtp_settings.hpp"
#include "engine/ports/mailer.hpp"

namespace jalon::smtp {

// One libcurl handle, which keeps the connection between its mails.
class SmtpSession : public MailSession {
 public:
  // Both outlive the session. `hung_up` becomes true when the program ends.
  SmtpSession(SmtpSettings const& settings, std::atomic<bool> const& hung_up);
  ~SmtpSession() override;

  SendOutcome send(Email const& email) override;

 private:
  CURLcode converse(Email const& email, Conversation& conversation);
  void set_up(Conversation& conversation);
  bool must_break_off(Conversation const& conversation) const;

  // What libcurl asks at least once a second: not 0 breaks off.
  struct Watch {
    SmtpSession const& session;
    Conversation const& conversation;
    static int look(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
  };

  SmtpSettings const& settings_;
  std::atomic<bool> const& hung_up_;
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
  bool keeps_connection_ = false;  // libcurl closes it after a failure
};

}  // namespace jalon::smtp
