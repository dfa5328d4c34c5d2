#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::http {

/** What one client may take of the server. Times are whole phases, not pauses between bytes. */
struct Limits {
  std::size_t header_bytes = 8 * 1024;     // request line and headers, with the empty line; above: 431
  std::size_t target_bytes = 4 * 1024;     // above: 414
  std::uint64_t body_bytes = 1024 * 1024;  // above, sent or declared: 413
  std::uint64_t larger_body_bytes = 16 * 1024 * 1024;
  std::vector<std::string> larger_body_paths;  // exact paths that take the larger body

  std::chrono::milliseconds header_time{10'000};     // from the connection or the first byte; above: 408
  std::chrono::milliseconds body_time{30'000};       // from the end of the header; above: 408
  std::chrono::milliseconds idle_time{60'000};       // between two requests; above: closed without a word
  std::chrono::milliseconds answer_time{60'000};     // for the client to take the answer; above: closed
  std::chrono::milliseconds stream_time{60'000};     // of an answer that goes on; then the client asks again
  std::chrono::milliseconds heartbeat_time{15'000};  // between two signs of life on it
  std::chrono::milliseconds linger_time{1'000};      // after the last answer, for the client to close first
  std::chrono::milliseconds stop_time{10'000};       // for stop() to let finish what has begun

  std::size_t connections_per_address = 64;  // an IPv6 /64 counts as one address; above: 429
  std::size_t connections = 4'096;           // of all addresses; above: 429
  std::size_t waiting_requests = 256;        // for a worker; above: 503 with Retry-After
  std::chrono::seconds retry_after{1};

  std::uint64_t body_bytes_for(std::string_view path) const;
};

}  // namespace jalon::http
