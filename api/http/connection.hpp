#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <string>

#include "api/http/answer.hpp"
#include "api/http/body_decoder.hpp"
#include "api/http/deadline.hpp"
#include "api/http/house.hpp"
#include "api/http/input_buffer.hpp"

namespace jalon::http {

/**
 * One client's connection: request, answer, request, answer, strictly in turn, so that pipelined requests
 * wait unread and cost nothing. Each phase has its deadline; only the handler has none here.
 */
class Connection {
 public:
  using Socket = boost::asio::ip::tcp::socket;
  template <typename T>
  using Awaitable = boost::asio::awaitable<T>;

  Connection(Socket socket, boost::asio::ip::address peer, House& house);
  ~Connection();

  /** From the first byte to the last. Throws nothing that matters: the peer has gone, or has been too slow.
   */
  Awaitable<void> run();

  /** Closes it if no request has begun on it, or if its answer only goes on. */
  void close_if_idle();

 private:
  using Bell = boost::asio::steady_timer;

  struct Incoming {
    Request request;
    bool keeps_alive = true;
    bool is_head = false;
  };

  Awaitable<bool> exchange();
  Awaitable<void> receive(Incoming& incoming);
  Awaitable<std::size_t> receive_header();
  Awaitable<void> receive_body(BodyDecoder& body, bool expects_continue);
  Awaitable<Response> turn_away(Request const& request, Response too_large);
  Awaitable<Answer> answer_to(Incoming const& incoming);
  Awaitable<bool> send(Answer const& answer);
  Awaitable<void> stream(EventStream& events);
  Awaitable<void> write_in_time(std::string_view first, std::string_view second = {});
  Awaitable<void> linger();

  Awaitable<void> read_more();
  void take_into(BodyDecoder& body);
  void on_deadline();
  AnswerContext context(bool keeps_alive, bool is_head);

  Socket socket_;
  boost::asio::ip::address peer_;
  std::string peer_text_;
  House& house_;
  Limits const& limits_;
  InputBuffer input_;
  std::shared_ptr<Deadline> deadline_;
  bool is_first_ = true;
  bool is_idle_ = true;
  bool is_sending_ = false;
  std::shared_ptr<Bell> bell_;  // while an answer goes on
};

}  // namespace jalon::http
