#include "api/http/answer.hpp"

#include <algorithm>
#include <ostream>
#include <stdexcept>

// clang-format off: Boost's string_view needs <ostream> before it
#include <boost/beast/http/status.hpp>
// clang-format on

#include "api/http/ascii.hpp"
#include "api/http/security_headers.hpp"

namespace jalon::http {

namespace {

constexpr std::string_view names_of_the_server[] = {"content-length", "content-type", "transfer-encoding",
                                                    "connection",     "date",         "server"};

bool sets(Response const& response, std::string_view wanted) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [wanted](auto const& header) { return equals_ignoring_case(header.first, wanted); });
}

// A security header that the answer cannot override: the server's own is sent.
bool is_fixed(std::string_view name) {
  auto const headers = security_headers();
  return std::any_of(headers.begin(), headers.end(), [name](SecurityHeader const& header) {
    return !header.may_be_overridden && equals_ignoring_case(header.name, name);
  });
}

void check(std::string_view name, std::string_view value) {
  bool is_token = !name.empty() && std::all_of(name.begin(), name.end(), is_token_character);
  bool is_plain = std::none_of(value.begin(), value.end(), is_control_but_tab);
  bool is_ours = std::any_of(std::begin(names_of_the_server), std::end(names_of_the_server),
                             [name](std::string_view ours) { return equals_ignoring_case(name, ours); });
  if (!is_token || !is_plain || is_ours)
    throw std::invalid_argument("a response cannot send the header " +
                                std::string(is_token ? name : "(no token)"));
}

void add(std::string& text, std::string_view name, std::string_view value) {
  text.append(name).append(": ").append(value).append("\r\n");
}

void add_status(std::string& text, int status) {
  if (status < 200 || status > 599)
    throw std::invalid_argument("a response cannot have the status " + std::to_string(status));
  auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status));
  text.append("HTTP/1.1 ").append(std::to_string(status)).append(" ").append(reason).append("\r\n");
}

bool allows_body(int status) {
  return status != 204 && status != 304;
}

void add_content(std::string& text, Response const& response) {
  if (!allows_body(response.status)) return;
  if (!response.body.empty() || response.events) {
    if (std::any_of(response.content_type.begin(), response.content_type.end(), is_control_but_tab))
      throw std::invalid_argument("a response cannot send its content type");
    add(text, "Content-Type", response.content_type);
  }
  if (!response.events) add(text, "Content-Length", std::to_string(response.body.size()));
}

void add_security(std::string& text, Response const& response) {
  for (auto const& header : security_headers())
    if (!header.may_be_overridden || !sets(response, header.name)) add(text, header.name, header.value);
}

void add_own_headers(std::string& text, Response const& response) {
  for (auto const& [name, value] : response.headers) {
    check(name, value);
    if (!is_fixed(name)) add(text, name, value);
  }
}

}  // namespace

Answer render(Response response, AnswerContext const& context) {
  Answer answer;
  answer.keeps_alive = context.keeps_alive && !response.events;
  answer.header.reserve(1536);
  add_status(answer.header, response.status);
  add(answer.header, "Date", context.date);
  if (!answer.keeps_alive) add(answer.header, "Connection", "close");
  add_content(answer.header, response);
  add_security(answer.header, response);
  add_own_headers(answer.header, response);
  answer.header.append("\r\n");
  if (!context.is_head && allows_body(response.status)) {
    answer.body = std::move(response.body);
    answer.events = std::move(response.events);
  }
  return answer;
}

}  // namespace jalon::http
