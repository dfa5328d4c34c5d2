#include "api/commands/bench_http_client.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/completion_condition.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include "api/commands/options.hpp"

namespace jalon::commands::bench {

namespace asio = boost::asio;

HttpClient::HttpClient(unsigned short port, std::string token)
    : socket_(context_), host_("127.0.0.1:" + std::to_string(port)), token_(std::move(token)) {
  socket_.connect({asio::ip::address_v4::loopback(), port});
  socket_.set_option(asio::ip::tcp::no_delay(true));
}

std::string HttpClient::post(std::string const& path, std::string const& idempotency_key,
                             std::string const& json) {
  std::string const request = "POST " + path + " HTTP/1.1\r\nHost: " + host_ + "\r\nAuthorization: Bearer " +
                              token_ + "\r\nIdempotency-Key: " + idempotency_key +
                              "\r\nAccept: application/json\r\nContent-Type: application/json\r\n"
                              "Content-Length: " +
                              std::to_string(json.size()) + "\r\n\r\n" + json;
  asio::write(socket_, asio::buffer(request));
  return read_answer();
}

std::string HttpClient::read_answer() {
  constexpr std::string_view length_name = "\r\nContent-Length: ";
  auto const head_size = asio::read_until(socket_, asio::dynamic_buffer(received_), "\r\n\r\n");
  auto const head = received_.substr(0, head_size);
  auto const length = head.find(length_name);
  if (length == std::string::npos) throw CommandFailed("Le serveur a répondu sans Content-Length.");
  auto const total = head_size + std::stoul(head.substr(length + length_name.size()));
  if (received_.size() < total)
    asio::read(socket_, asio::dynamic_buffer(received_), asio::transfer_at_least(total - received_.size()));
  auto body = received_.substr(head_size, total - head_size);
  received_.erase(0, total);
  if (!head.starts_with("HTTP/1.1 200 "))
    throw CommandFailed("Le serveur a refusé un événement : " + head.substr(9, 3) + " " + body);
  return body;
}

}  // namespace jalon::commands::bench
