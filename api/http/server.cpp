#include "api/http/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <future>
#include <system_error>
#include <thread>

#include "api/http/connection.hpp"
#include "api/http/refusal.hpp"

namespace jalon::http {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

namespace {

constexpr std::chrono::milliseconds pause_without_descriptors{50};

asio::awaitable<void> serve(std::unique_ptr<Connection> connection) {
  co_await connection->run();
}

// No coroutine for one too many: that would be one more to hold.
void turn_away(Tcp::socket socket, std::string_view date) {
  Answer answer = render(Refusal(429, "Trop de connexions ouvertes depuis votre adresse.").response(),
                         {.keeps_alive = false, .is_head = false, .date = date});
  boost::system::error_code ignored;
  std::array<char, 4096> unread;
  socket.non_blocking(true, ignored);
  socket.write_some(asio::buffer(answer.header + answer.body), ignored);
  socket.shutdown(Tcp::socket::shutdown_send, ignored);
  socket.read_some(asio::buffer(unread), ignored);  // bytes left unread would reset the connection
}

}  // namespace

struct Server::Running {
  Running(Options const& options, Handler const& handler) : house(options, handler) {}

  House house;  // outlives the connections, which live in the coroutines that io holds
  asio::io_context io{1};
  Tcp::acceptor acceptor{io};
  std::promise<void> ended;
  std::thread thread;

  void listen();
  void run();
  asio::awaitable<void> accept_all();
  void welcome(Tcp::socket socket);
  void close_what_is_idle();
  void stop();
};

void Server::Running::listen() {
  Tcp::endpoint endpoint(asio::ip::make_address(house.options.address), house.options.port);
  acceptor.open(endpoint.protocol());
  acceptor.set_option(Tcp::acceptor::reuse_address(true));
  acceptor.bind(endpoint);
  acceptor.listen();
}

void Server::Running::run() {
  asio::co_spawn(io, accept_all(), asio::detached);
  thread = std::thread([this] {
    io.run();
    ended.set_value();
  });
}

asio::awaitable<void> Server::Running::accept_all() {
  asio::steady_timer pause(io);
  while (acceptor.is_open()) {
    boost::system::error_code error;
    Tcp::socket socket = co_await acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
    if (!error) {
      welcome(std::move(socket));
    } else if (acceptor.is_open()) {
      pause.expires_after(pause_without_descriptors);
      co_await pause.async_wait(asio::use_awaitable);
    }
  }
}

void Server::Running::welcome(Tcp::socket socket) {
  boost::system::error_code error;
  auto peer = socket.remote_endpoint(error).address();
  if (error) return;  // gone already
  if (!house.connections.has_room(peer)) return turn_away(std::move(socket), house.date());
  socket.set_option(Tcp::no_delay(true), error);
  asio::co_spawn(io, serve(std::make_unique<Connection>(std::move(socket), peer, house)), asio::detached);
}

void Server::Running::close_what_is_idle() {
  boost::system::error_code ignored;
  house.is_stopping = true;
  acceptor.close(ignored);
  for (Connection* connection : house.connections.open()) connection->close_if_idle();
}

// io.run() returns by itself once the last connection has ended.
void Server::Running::stop() {
  asio::post(io, [this] { close_what_is_idle(); });
  if (ended.get_future().wait_for(house.options.limits.stop_time) == std::future_status::timeout) io.stop();
  thread.join();
  house.workers.reset();
}

Server::Server(Options options, Handler handler)
    : options_(std::move(options)), handler_(std::move(handler)) {}

Server::~Server() {
  stop();
}

void Server::start() {
  auto running = std::make_unique<Running>(options_, handler_);
  try {
    running->listen();
  } catch (boost::system::system_error const& error) {
    throw std::system_error(error.code(), options_.address + ":" + std::to_string(options_.port));
  }
  running->run();
  running_ = std::move(running);
}

unsigned short Server::port() const {
  return running_->acceptor.local_endpoint().port();
}

void Server::stop() {
  if (!running_) return;
  running_->stop();
  running_.reset();
}

}  // namespace jalon::http
