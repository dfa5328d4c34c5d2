#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jalon::http {

class EventStream;

/**
 * What a client asked, after the gate (gate.hpp) has let it pass: every text in `segments` and `query` is
 * decoded, valid UTF-8, and free of U+0000; a segment is never `.` or `..` and holds no slash, backslash or
 * control character.
 */
struct Request {
  std::string method;                 // "GET"; a HEAD comes as GET, the server drops the body
  std::string path;                   // as sent, without query
  std::vector<std::string> segments;  // "/a/b" is {"a", "b"}, "/" is {}, "/a/" is {"a", ""}
  std::vector<std::pair<std::string, std::string>> query;    // in the order sent; "+" is a space
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case, in the order sent
  std::string body;
  std::string remote_address;  // of the peer of the connection, without port

  /** The header's value; several of one name are joined as RFC 9110 (5.2) says, `; ` for cookies, else `, `.
   */
  std::optional<std::string> header(std::string_view lower_case_name) const;

  /** The first value of that name. */
  std::optional<std::string> query_value(std::string_view name) const;
};

/**
 * The answer. The server adds the length, the date and the security headers (security_headers.hpp); of these
 * an answer may set Content-Security-Policy and Cache-Control itself, and the others win over it.
 * Content-Length, Transfer-Encoding, Connection and Date belong to the server. A header with a control
 * character is never sent: the client gets a 500 instead.
 */
struct Response {
  int status = 200;
  std::string content_type = "application/json";  // not sent when the body is empty
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  /// Sent after the body, as it comes; the connection closes after it (event_stream.hpp).
  std::shared_ptr<EventStream> events = nullptr;
};

}  // namespace jalon::http
