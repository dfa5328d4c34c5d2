#pragma once

#include <curl/curl.h>

#include <atomic>
#include <chrono>
#include <string>
#include <vector>

#include "adapters/via_trajectoire/sdo_settings.hpp"

namespace jalon::via_trajectoire {

struct HttpRequest {
  std::string url;
  std::vector<std::string> headers;  // « Name: value », no control character
  std::string body;
  std::string user = {}, password = {};  // a log-in (Basic), when there is one
};

/// What came of one request. Without a status no answer came.
struct HttpAnswer {
  CURLcode ended = CURLE_OK;
  int status = 0;
  bool whole_request_sent =
      false;             // from here on nobody knows what the server did with it, unless it answers
  std::string location;  // as the server gives it
  std::string body;      // cut off at the limit
};

/// One POST over HTTPS, as a conversation of its own: no kept connection, because libcurl repeats by itself
/// what breaks off on one; no redirect; HTTP/1.1; TLS 1.2 or later with the client's certificate.
class HttpExchange {
 public:
  static constexpr std::size_t largest_body_bytes = 64 * 1024;

  /// Both outlive it. `hung_up` becomes true when the program ends.
  HttpExchange(SdoSettings const& settings, std::atomic<bool> const& hung_up)
      : settings_(settings), hung_up_(hung_up) {}

  HttpAnswer post(HttpRequest const& request);

 private:
  using Clock = std::chrono::steady_clock;
  enum class Phase { connecting, sending, answer };

  void set_up(CURL* handle, HttpRequest const& request);
  void set_security(CURL* handle) const;
  bool must_break_off() const;
  void moved(Phase phase);

  static int hear(CURL*, curl_infotype type, char*, std::size_t size, void* self);
  static int look(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
  static std::size_t take_header(char* bytes, std::size_t, std::size_t size, void* self);
  static std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* self);

  SdoSettings const& settings_;
  std::atomic<bool> const& hung_up_;
  HttpAnswer answer_;
  Phase phase_ = Phase::connecting;
  std::size_t left_to_send_ = 0;
  Clock::time_point last_moved_{};
};

}  // namespace jalon::via_trajectoire
