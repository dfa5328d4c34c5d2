#include "adapters/smtp/conversation.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace jalon::smtp {

namespace {

constexpr std::size_t longest_closing_line = 128;

struct Verb {
  std::string_view begins;
  Phase phase;
};
// What belongs to a log-in (base64) begins with none of these: it has no blank and no colon.
constexpr std::array verbs{Verb{"EHLO ", Phase::hello},         Verb{"HELO ", Phase::hello},
                           Verb{"STARTTLS", Phase::encryption}, Verb{"AUTH ", Phase::log_in},
                           Verb{"MAIL FROM:", Phase::sender},   Verb{"RCPT TO:", Phase::recipient}};

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

// « 250 ok » ends an answer; « 250-ok » announces more lines.
bool ends_an_answer(std::string_view line) {
  return line.size() >= 3 && std::all_of(line.begin(), line.begin() + 3, is_digit) &&
         (line.size() == 3 || line[3] == ' ');
}

std::string_view without_line_end(std::string_view text) {
  while (!text.empty() && (text.back() == '\r' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

Phase phase_after(Phase before, std::string_view command) {
  if (before == Phase::recipient && command == "DATA") return Phase::data;
  for (auto const& verb : verbs)
    if (command.starts_with(verb.begins)) return verb.phase;
  return before;
}

}  // namespace

void Conversation::attach_to(CURL* handle) {
  curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, &Conversation::hear);
  curl_easy_setopt(handle, CURLOPT_DEBUGDATA, this);
  curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
}

int Conversation::last_code() const {
  return last_answer_.empty() ? 0 : std::stoi(last_answer_.substr(0, 3));
}

bool Conversation::whole_message_sent() const {
  auto const text = without_line_end(message_end_);
  auto const line = text.substr(text.rfind('\n') + 1);
  return line.size() > 4 && line.substr(0, 2) == "--" && line.substr(line.size() - 2) == "--";
}

std::chrono::milliseconds Conversation::silence() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - last_moved_);
}

std::chrono::milliseconds Conversation::patience(Timeouts const& timeouts) const {
  if (taking_leave_) return timeouts.farewell;
  if (phase_ == Phase::greeting) return timeouts.greeting;
  if (phase_ == Phase::data) return timeouts.data;
  if (phase_ == Phase::message) return whole_message_sent() ? timeouts.end : timeouts.block;
  return timeouts.command;
}

int Conversation::hear(CURL*, curl_infotype type, char* bytes, std::size_t size, void* self) {
  auto& conversation = *static_cast<Conversation*>(self);
  if (conversation.taking_leave_) return 0;
  if (type == CURLINFO_HEADER_IN) conversation.server_said({bytes, size});
  if (type == CURLINFO_HEADER_OUT) conversation.command_went_out(without_line_end({bytes, size}));
  if (type == CURLINFO_DATA_OUT) conversation.message_went_out({bytes, size});
  return 0;
}

void Conversation::server_said(std::string_view line) {
  auto const text = without_line_end(line);
  if (!ends_an_answer(text)) return;
  last_answer_ = text;
  last_moved_ = Clock::now();
}

void Conversation::command_went_out(std::string_view command) {
  last_moved_ = Clock::now();
  taking_leave_ = command == "QUIT";
  if (taking_leave_) return;
  last_answer_.clear();
  phase_ = phase_after(phase_, command);
}

void Conversation::message_went_out(std::string_view bytes) {
  last_moved_ = Clock::now();
  last_answer_.clear();
  phase_ = Phase::message;
  message_end_.append(bytes);
  if (message_end_.size() > longest_closing_line) {
    message_end_.erase(0, message_end_.size() - longest_closing_line);
  }
}

}  // namespace jalon::smtp
