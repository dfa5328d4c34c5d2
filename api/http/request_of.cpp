#include "api/http/request_of.hpp"

#include "api/http/ascii.hpp"
#include "api/http/target.hpp"

namespace jalon::http {

namespace {

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& byte : lower) byte = lower_case(byte);
  return lower;
}

}  // namespace

Request request_of(Head const& head, std::string const& remote_address) {
  Target target = parse_target(head.target);
  Request request;
  request.method = head.method == "HEAD" ? "GET" : head.method;
  request.path = std::move(target.path);
  request.segments = std::move(target.segments);
  request.query = std::move(target.query);
  request.headers.reserve(head.fields.size());
  for (auto const& [name, value] : head.fields) request.headers.emplace_back(in_lower_case(name), value);
  request.remote_address = remote_address;
  return request;
}

}  // namespace jalon::http
