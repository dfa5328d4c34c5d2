#pragma once

#include <curl/curl.h>

#include <string>
#include <string_view>

namespace jalon::smtp {

// Listens to what libcurl and the server say to each other, because an error code alone does not tell
// whether the server may have taken the mail.
class Conversation {
 public:
  // Begins to listen; the conversation must outlive the transfer, not the handle.
  void attach_to(CURL* handle);
  static void detach_from(CURL* handle);

  // The whole answer to what was last said, such as « 550 5.1.1 No such user »; empty when none came.
  std::string const& last_answer() const { return last_answer_; }

  // Its code, or 0.
  int last_code() const;

  // True once the last byte of the message went out while the server was waiting for it. The end mark
  // follows at once, so from here to the final answer nobody knows who has the mail.
  bool whole_message_sent() const;

 private:
  static int hear(CURL*, curl_infotype type, char* bytes, std::size_t size, void* self);
  void server_said(std::string_view line);
  void command_went_out(std::string_view command);
  void message_went_out(std::string_view bytes);

  bool taking_leave_ = false;  // QUIT was said: what follows tells nothing about the mail
  std::string last_answer_;
  std::string message_end_;  // the last bytes sent of the message, enough to see its closing boundary
};

}  // namespace jalon::smtp
