#include "api/http/connection.hpp"

#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>
#include <optional>

#include "api/http/event_stream.hpp"
#include "api/http/gate.hpp"
#include "api/http/refusal.hpp"
#include "api/http/request_of.hpp"
#include "api/http/respond.hpp"

namespace jalon::http {

namespace asio = boost::asio;

namespace {

constexpr std::size_t room_beside_header_bytes = 8 * 1024;

Response overloaded(Limits const& limits) {
  Response response =
      Refusal(503, "Trop de demandes en cours. Veuillez réessayer dans un instant.").response();
  response.headers.emplace_back("Retry-After", std::to_string(limits.retry_after.count()));
  return response;
}

// Ends with the coroutine, however that ends: nobody rings a bell that is gone.
class Listening {
 public:
  Listening(EventStream& events, std::shared_ptr<asio::steady_timer> const& bell) : events_(events) {
    events_.listen([bell] { asio::post(bell->get_executor(), [bell] { bell->cancel(); }); });
  }
  ~Listening() {
    events_.listen(nullptr);
    events_.end();
  }

 private:
  EventStream& events_;
};

}  // namespace

Connection::Connection(Socket socket, asio::ip::address peer, House& house)
    : socket_(std::move(socket)),
      peer_(std::move(peer)),
      peer_text_(peer_.to_string()),
      house_(house),
      limits_(house.options.limits),
      input_(limits_.header_bytes + room_beside_header_bytes),
      deadline_(std::make_shared<Deadline>(socket_.get_executor(), [this] { on_deadline(); })) {
  house_.connections.add(*this, peer_);
}

Connection::~Connection() {
  house_.connections.remove(*this, peer_);
}

Connection::Awaitable<void> Connection::run() {
  try {
    while (co_await exchange()) {
    }
    co_await linger();
  } catch (boost::system::system_error const&) {
    // The peer has gone or has let its time pass: there is nobody to tell.
  }
}

void Connection::close_if_idle() {
  boost::system::error_code ignored;
  if (is_idle_) socket_.close(ignored);
  if (bell_) bell_->cancel();
}

Connection::Awaitable<bool> Connection::exchange() {
  std::optional<Response> refusal;
  Incoming incoming;
  try {
    co_await receive(incoming);
    Answer answer = co_await answer_to(incoming);
    co_return co_await send(answer);
  } catch (Refusal const& thrown) {
    refusal = thrown.response();
  }
  if (refusal->status == 413) refusal = co_await turn_away(incoming.request, std::move(*refusal));
  Answer answer = render(std::move(*refusal), context(false, false));
  co_return co_await send(answer);
}

Connection::Awaitable<void> Connection::receive(Incoming& incoming) {
  std::size_t header_bytes = co_await receive_header();
  std::string_view header = input_.unread().substr(0, header_bytes);
  Head head = examine(header, limits_);
  bool expects_continue = head.expects_continue;
  incoming.request = request_of(head, peer_text_);
  incoming.keeps_alive = head.keeps_alive;
  incoming.is_head = head.method == "HEAD";
  BodyDecoder body(header, limits_.body_bytes_for(head.path()));
  input_.consume(header_bytes);
  if (!body.is_done()) co_await receive_body(body, expects_continue);
  incoming.request.body = body.take_body();
  deadline_->clear();
}

Connection::Awaitable<std::size_t> Connection::receive_header() {
  deadline_->set(is_first_ ? limits_.header_time : limits_.idle_time);
  is_idle_ = true;
  std::size_t scanned_bytes = 0;
  while (true) {
    std::string_view unread = input_.unread();
    if (is_idle_ && !unread.empty()) is_idle_ = false;
    if (auto end = header_end(unread, scanned_bytes)) co_return *end;
    if (unread.size() >= limits_.header_bytes) refuse_oversized(unread, limits_);
    if (scanned_bytes == 0 && !unread.empty() && !is_first_) deadline_->set(limits_.header_time);
    scanned_bytes = unread.size();
    co_await read_more();
  }
}

Connection::Awaitable<void> Connection::receive_body(BodyDecoder& body, bool expects_continue) {
  static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
  deadline_->set(limits_.body_time);
  if (expects_continue && input_.unread().empty())
    co_await asio::async_write(socket_, asio::buffer(go_on), asio::use_awaitable);
  take_into(body);
  while (!body.is_done()) {
    co_await read_more();
    take_into(body);
  }
}

// Who may not ask at all hears that first, whatever it sends (the contract's order of refusals).
Connection::Awaitable<Response> Connection::turn_away(Request const& request, Response too_large) {
  if (!house_.options.doorkeeper) co_return too_large;
  if (!house_.workers->has_room()) co_return overloaded(limits_);
  deadline_->clear();
  auto ask = [&options = house_.options, &request] { return ask_doorkeeper(request, options); };
  auto earlier = co_await house_.workers->run<std::optional<Response>>(std::move(ask));
  co_return earlier ? std::move(*earlier) : std::move(too_large);
}

Connection::Awaitable<Answer> Connection::answer_to(Incoming const& incoming) {
  if (!house_.workers->has_room())
    co_return render(overloaded(limits_), context(incoming.keeps_alive, incoming.is_head));
  auto work = [&house = house_, &incoming, date = house_.date()] {
    AnswerContext its_context{incoming.keeps_alive, incoming.is_head, date};
    return respond(incoming.request, house.options, house.handler, its_context, house.is_stopping);
  };
  co_return co_await house_.workers->run<Answer>(std::move(work));
}

Connection::Awaitable<bool> Connection::send(Answer const& answer) {
  co_await write_in_time(answer.header, answer.body);
  is_first_ = false;
  if (answer.events) co_await stream(*answer.events);
  co_return answer.keeps_alive && !house_.is_stopping;
}

Connection::Awaitable<void> Connection::write_in_time(std::string_view first, std::string_view second) {
  deadline_->set(limits_.answer_time);
  is_sending_ = true;
  std::array<asio::const_buffer, 2> parts{asio::buffer(first), asio::buffer(second)};
  co_await asio::async_write(socket_, parts, asio::use_awaitable);
  is_sending_ = false;
}

// What comes is sent at once. A comment now and then finds out that the client has gone.
Connection::Awaitable<void> Connection::stream(EventStream& events) {
  auto const until = std::chrono::steady_clock::now() + limits_.stream_time;
  bell_ = std::make_shared<Bell>(socket_.get_executor());
  Listening const listening(events, bell_);
  while (!house_.is_stopping && std::chrono::steady_clock::now() < until) {
    auto const next = events.take();
    if (!next.text.empty()) co_await write_in_time(next.text);
    if (next.has_ended) break;
    if (!next.text.empty()) continue;  // more may have come while that was written
    deadline_->clear();
    boost::system::error_code rung;
    bell_->expires_at(std::min(until, std::chrono::steady_clock::now() + limits_.heartbeat_time));
    co_await bell_->async_wait(asio::redirect_error(asio::use_awaitable, rung));
    if (!rung) co_await write_in_time(":\n\n");
  }
}

// Closing with bytes unread would reset the connection, and the client might never see its answer.
Connection::Awaitable<void> Connection::linger() {
  boost::system::error_code error;
  socket_.shutdown(Socket::shutdown_send, error);
  deadline_->set(limits_.linger_time);
  while (!error && !deadline_->has_passed()) {
    input_.consume(input_.unread().size());
    co_await socket_.async_read_some(input_.room(), asio::redirect_error(asio::use_awaitable, error));
  }
}

Connection::Awaitable<void> Connection::read_more() {
  boost::system::error_code error;
  std::size_t bytes = 0;
  if (!deadline_->has_passed())
    bytes = co_await socket_.async_read_some(input_.room(), asio::redirect_error(asio::use_awaitable, error));
  if (deadline_->has_passed() && bytes == 0) {
    if (is_idle_) throw boost::system::system_error(asio::error::timed_out);
    throw Refusal(408, "La demande n'est pas arrivée en entier dans le délai admis.");
  }
  if (error) throw boost::system::system_error(error);
  input_.received(bytes);
}

void Connection::take_into(BodyDecoder& body) {
  if (!input_.unread().empty()) input_.consume(body.put(input_.unread()));
}

// A read that is given up leaves the way open for a 408; a client that does not take its answer gets no
// other.
void Connection::on_deadline() {
  boost::system::error_code ignored;
  if (is_sending_)
    socket_.close(ignored);
  else
    socket_.cancel(ignored);
}

AnswerContext Connection::context(bool keeps_alive, bool is_head) {
  return {keeps_alive && !house_.is_stopping, is_head, house_.date()};
}

}  // namespace jalon::http
