#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <string>

#include "api/http/handler.hpp"
#include "api/http/limits.hpp"

namespace jalon::http {

/** Told of each request whose handler threw, or gave an answer that cannot be sent; called on a worker. */
using FailureListener = std::function<void(Request const&, std::exception_ptr)>;

/** The default listener: one log line with method, path and the type of the exception; its words may be
 * personal data. */
void log_failure(Request const& request, std::exception_ptr failure);

struct Options {
  std::string address = "127.0.0.1";
  unsigned short port = 8080;  // 0: any free one, see Server::port()
  std::size_t workers = 16;    // threads for the handler, which may block each of them
  Limits limits;
  FailureListener on_failure = log_failure;
  Doorkeeper doorkeeper;  // none: a body too large is always a 413
};

/**
 * An HTTP/1.1 server: one thread does all input and output (Asio coroutines), a pool of workers runs the
 * handler. Each request passes the gate (gate.hpp) first; each answer carries the security headers. No TLS: a
 * proxy in front does that, and must not be taken for one single client (`Limits::connections_per_address`).
 */
class Server {
 public:
  Server(Options options, Handler handler);
  ~Server();  // stops

  /** Binds, listens and begins to answer. Throws std::system_error if the address cannot be had. */
  void start();

  /** The port in use, once started. */
  unsigned short port() const;

  /**
   * Accepts nothing more, closes idle connections, lets each request that has begun get its answer for at
   * most `Limits::stop_time`, then drops the rest. Returns when every handler that runs has returned, so a
   * handler must bound its own time; not to be called from a handler. A second call does nothing.
   */
  void stop();

 private:
  struct Running;
  Options options_;
  Handler handler_;
  std::unique_ptr<Running> running_;
};

}  // namespace jalon::http
