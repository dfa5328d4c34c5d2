#include "adapters/via_trajectoire/http_exchange.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <stdexcept>
#include <string_view>

namespace jalon::via_trajectoire {

namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

// When the program ends: how much longer a server may take to say what became of a whole request.
constexpr std::chrono::seconds patience_when_ending{10};

Handle new_handle() {
  static CURLcode const started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw std::runtime_error("libcurl does not start");
  Handle handle{curl_easy_init(), &curl_easy_cleanup};
  if (!handle) throw std::bad_alloc{};
  return handle;
}

Headers list_of(std::vector<std::string> const& lines) {
  Headers list{nullptr, &curl_slist_free_all};
  for (auto const& line : lines) {
    auto* const longer = curl_slist_append(list.get(), line.c_str());
    if (!longer) throw std::bad_alloc{};
    list.release();
    list.reset(longer);
  }
  return list;
}

bool is_name_of_location(std::string_view line) {
  constexpr std::string_view name = "location:";
  if (line.size() < name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    char const c = line[i] >= 'A' && line[i] <= 'Z' ? char(line[i] - 'A' + 'a') : line[i];
    if (c != name[i]) return false;
  }
  return true;
}

std::string trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

}  // namespace

HttpAnswer HttpExchange::post(HttpRequest const& request) {
  answer_ = {};
  left_to_send_ = request.body.size();
  moved(Phase::connecting);
  auto const handle = new_handle();
  auto const headers = list_of(request.headers);
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  set_up(handle.get(), request);
  answer_.ended = curl_easy_perform(handle.get());
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  answer_.status = status >= 200 ? int(status) : 0;
  return std::move(answer_);
}

void HttpExchange::set_up(CURL* handle, HttpRequest const& request) {
  curl_easy_setopt(handle, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body.c_str());
  curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, 1L);
  curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  set_security(handle);
  if (!request.user.empty()) {
    curl_easy_setopt(handle, CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC));
    curl_easy_setopt(handle, CURLOPT_USERNAME, request.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, request.password.c_str());
  }
  curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, &HttpExchange::hear);
  curl_easy_setopt(handle, CURLOPT_DEBUGDATA, this);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &HttpExchange::take_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &HttpExchange::take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, &HttpExchange::look);
  curl_easy_setopt(handle, CURLOPT_XFERINFODATA, this);
}

void HttpExchange::set_security(CURL* handle) const {
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https");
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle, CURLOPT_SSLCERT, settings_.certificate.c_str());
  curl_easy_setopt(handle, CURLOPT_SSLKEY, settings_.key.c_str());
  if (!settings_.authority.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, settings_.authority.c_str());
}

void HttpExchange::moved(Phase phase) {
  phase_ = phase;
  last_moved_ = Clock::now();
}

bool HttpExchange::must_break_off() const {
  auto const silence = Clock::now() - last_moved_;
  switch (phase_) {
    case Phase::connecting:
      return hung_up_ || silence > settings_.connecting;
    case Phase::sending:
      return hung_up_ || silence > settings_.sending;
    case Phase::answer:
      return silence > settings_.answer || (hung_up_ && silence > patience_when_ending);
  }
  return true;
}

int HttpExchange::hear(CURL*, curl_infotype type, char*, std::size_t size, void* self) {
  auto& exchange = *static_cast<HttpExchange*>(self);
  if (type == CURLINFO_HEADER_OUT) exchange.moved(Phase::sending);
  if (type != CURLINFO_DATA_OUT) return 0;
  exchange.left_to_send_ -= std::min(size, exchange.left_to_send_);
  exchange.answer_.whole_request_sent = exchange.left_to_send_ == 0;
  exchange.moved(exchange.left_to_send_ == 0 ? Phase::answer : Phase::sending);
  return 0;
}

int HttpExchange::look(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<HttpExchange*>(self)->must_break_off() ? 1 : 0;
}

std::size_t HttpExchange::take_header(char* bytes, std::size_t, std::size_t size, void* self) {
  std::string_view const line{bytes, size};
  if (is_name_of_location(line))
    static_cast<HttpExchange*>(self)->answer_.location = trimmed(line.substr(line.find(':') + 1));
  return size;
}

std::size_t HttpExchange::take_body(char* bytes, std::size_t, std::size_t size, void* self) {
  auto& body = static_cast<HttpExchange*>(self)->answer_.body;
  if (body.size() + size > largest_body_bytes) return 0;
  body.append(bytes, size);
  return size;
}

}  // namespace jalon::via_trajectoire
