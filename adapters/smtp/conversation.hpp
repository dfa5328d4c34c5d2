#pragma once

#include <curl/curl.h>

#include <chrono>
#include <string>
#include <string_view>

#include "adapters/smtp/smtp_settings.hpp"

namespace jalon::smtp {

// How far a conversation has come: what was said last by us.
enum class Phase { greeting, hello, encryption, log_in, sender, recipient, data, message };

// Listens to what libcurl and the server say to each other, because an error code alone does not tell
// whether the server may have taken the mail, nor which phase lasts too long.
class Conversation {
 public:
  // Begins to listen; must outlive the transfer.
  void attach_to(CURL* handle);

  Phase phase() const { return phase_; }

  // The whole answer to what was last said, such as « 550 5.1.1 No such user »; empty when none came.
  std::string const& last_answer() const { return last_answer_; }

  // Its code, or 0.
  int last_code() const;

  // True once the last byte of the message went out while the server was waiting for it. The end mark
  // follows at once, so from here to the final answer nobody knows who has the mail.
  bool whole_message_sent() const;

  // How long nothing has moved, and how long that may last in this phase.
  std::chrono::milliseconds silence() const;
  std::chrono::milliseconds patience(Timeouts const& timeouts) const;

 private:
  static int hear(CURL*, curl_infotype type, char* bytes, std::size_t size, void* self);
  void server_said(std::string_view line);
  void command_went_out(std::string_view command);
  void message_went_out(std::string_view bytes);

  using Clock = std::chrono::steady_clock;
  Clock::time_point last_moved_ = Clock::now();
  Phase phase_ = Phase::greeting;
  bool taking_leave_ = false;  // QUIT was said: what follows tells nothing about the mail
  std::string last_answer_;
  std::string message_end_;  // the last bytes sent of the message, enough to see its closing boundary
};

}  // namespace jalon::smtp
