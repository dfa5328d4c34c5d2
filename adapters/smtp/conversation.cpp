#include "adapters/smtp/conversation.hpp"

#include <algorithm>
#include <cctype>

namespace jalon::smtp {

namespace {

constexpr std::size_t longest_closing_line = 128;

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

}  // namespace

void Conversation::attach_to(CURL* handle) {
  curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, &Conversation::hear);
  curl_easy_setopt(handle, CURLOPT_DEBUGDATA, this);
  curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
}

void Conversation::detach_from(CURL* handle) {
  curl_easy_setopt(handle, CURLOPT_VERBOSE, 0L);
}

int Conversation::last_code() const {
  return last_answer_.empty() ? 0 : std::stoi(last_answer_.substr(0, 3));
}

bool Conversation::whole_message_sent() const {
  auto const text = without_line_end(message_end_);
  auto const line = text.substr(text.rfind('\n') + 1);
  return line.size() > 4 && line.substr(0, 2) == "--" && line.substr(line.size() - 2) == "--";
}

int Conversation::hear(CURL*, curl_infotype type, char* bytes, std::size_t size, void* self) {
  auto& conversation = *static_cast<Conversation*>(self);
  if (conversation.taking_leave_) return 0;
  if (type == CURLINFO_HEADER_IN) conversation.server_said({bytes, size});
  if (type == CURLINFO_HEADER_OUT) conversation.command_went_out({bytes, size});
  if (type == CURLINFO_DATA_OUT) conversation.message_went_out({bytes, size});
  return 0;
}

void Conversation::server_said(std::string_view line) {
  auto const text = without_line_end(line);
  if (ends_an_answer(text)) last_answer_ = text;
}

void Conversation::command_went_out(std::string_view command) {
  taking_leave_ = command.substr(0, 4) == "QUIT";
  if (!taking_leave_) last_answer_.clear();
}

void Conversation::message_went_out(std::string_view bytes) {
  last_answer_.clear();
  message_end_.append(bytes);
  if (message_end_.size() > longest_closing_line) {
    message_end_.erase(0, message_end_.size() - longest_closing_line);
  }
}

}  // namespace jalon::smtp
