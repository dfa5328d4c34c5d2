// A small HTTP/1.1 client that keeps its connection: what a script that posts events would do, and no more.
#pragma once
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>

namespace jalon::commands::bench {

class HttpClient {
 public:
  HttpClient(unsigned short port, std::string token);
  // Answers the body. Throws CommandFailed unless the status is 200.
  std::string post(std::string const& path, std::string const& idempotency_key, std::string const& json);

 private:
  std::string read_answer();

  boost::asio::io_context context_;
  boost::asio::ip::tcp::socket socket_;
  std::string host_, token_, received_;
};

}  // namespace jalon::commands::bench
