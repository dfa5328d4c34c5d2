#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace jalon::http {

/** An answer as it came, header names in lower case. */
struct RawAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;
  std::string body;
};

/** A client that sends exactly the bytes it is given. Each wait ends after ten seconds with an exception. */
class RawClient {
 public:
  explicit RawClient(unsigned short port, int receive_buffer_bytes = 0)
      : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    if (receive_buffer_bytes > 0)
      setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("no connection to port " + std::to_string(port));
  }
  RawClient(RawClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), received_(std::move(other.received_)) {}
  ~RawClient() {
    if (socket_ >= 0) close(socket_);
  }

  /** Whether all of it could be sent: not if the server has closed. */
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  void end_sending() { shutdown(socket_, SHUT_WR); }

  /** Whether something to read, or the end, comes within that time. */
  bool has_news_within(int time_ms) {
    if (!received_.empty()) return true;
    pollfd waiting{socket_, POLLIN, 0};
    return poll(&waiting, 1, time_ms) > 0;
  }

  /** The next whole answer; `without_body` for the answer to a HEAD. */
  RawAnswer answer(bool without_body = false) {
    while (received_.find("\r\n\r\n") == received_.npos) receive_or_throw();
    RawAnswer answer = take_header();
    auto length = answer.headers.find("content-length");
    if (without_body || length == answer.headers.end()) return answer;
    std::size_t body_bytes = std::stoul(length->second);
    while (received_.size() < body_bytes) receive_or_throw();
    answer.body = received_.substr(0, body_bytes);
    received_.erase(0, body_bytes);
    return answer;
  }

  /** What comes of an answer that goes on, up to and with `end`. */
  std::string until(std::string_view end) {
    while (received_.find(end) == received_.npos) receive_or_throw();
    std::string const text = received_.substr(0, received_.find(end) + end.size());
    received_.erase(0, text.size());
    return text;
  }

  /** Whatever comes until the server closes. */
  std::string rest() {
    while (receive()) {
    }
    return std::exchange(received_, {});
  }

  RawAnswer ask(std::string_view bytes) {
    send(bytes);
    return answer();
  }

  /** The status, or 429 too if the connection was reset: a client turned away may have spoken too early to
   * hear it. */
  int answer_or_turned_away(std::string_view bytes) {
    try {
      return ask(bytes).status;
    } catch (std::runtime_error const&) {
      return 429;
    }
  }

 private:
  bool receive() {
    if (!has_news_from_socket()) throw std::runtime_error("the server says nothing");
    char bytes[65536];
    ssize_t size = recv(socket_, bytes, sizeof bytes, 0);
    if (size > 0) received_.append(bytes, static_cast<std::size_t>(size));
    return size > 0;
  }

  bool has_news_from_socket() {
    pollfd waiting{socket_, POLLIN, 0};
    return poll(&waiting, 1, 10'000) > 0;
  }

  void receive_or_throw() {
    if (!receive()) throw std::runtime_error("the server closed after: " + received_);
  }

  RawAnswer take_header() {
    RawAnswer answer;
    auto end = received_.find("\r\n\r\n");
    std::string_view header = std::string_view(received_).substr(0, end + 2);
    answer.status = std::stoi(std::string(header.substr(header.find(' '), 4)));
    header.remove_prefix(header.find("\r\n") + 2);
    while (!header.empty()) {
      auto line = header.substr(0, header.find("\r\n"));
      header.remove_prefix(line.size() + 2);
      std::string name(line.substr(0, line.find(':')));
      for (char& byte : name) byte = static_cast<char>(std::tolower(byte));
      answer.headers[name] = line.substr(line.find(':') + 2);
    }
    received_.erase(0, end + 4);
    return answer;
  }

  int socket_;
  std::string received_;
};

}  // namespace jalon::http
