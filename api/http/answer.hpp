#pragma once

#include <string>
#include <string_view>

#include "api/http/message.hpp"

namespace jalon::http {

/** What an answer depends on beside the response itself. */
struct AnswerContext {
  bool keeps_alive = true;
  bool is_head = false;   // the client asked with HEAD: the length is given, the body is not sent
  std::string_view date;  // IMF-fixdate
};

/** What goes on the wire: the header up to and with its empty line, then the body if one is sent. */
struct Answer {
  std::string header;
  std::string body;  // empty after a HEAD, a 204, a 304
  bool keeps_alive = true;
  std::shared_ptr<EventStream> events;  // goes on after the body, until the connection closes
};

/**
 * Throws std::invalid_argument, which names the header, if the response could not be sent as it is: a status
 * outside 200–599, a name that is not a token, a value with a control character, a header that belongs to the
 * server.
 */
Answer render(Response response, AnswerContext const& context);

}  // namespace jalon::http
