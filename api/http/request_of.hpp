#pragma once

#include <string>

#include "api/http/gate.hpp"
#include "api/http/message.hpp"

namespace jalon::http {

/** The request, without its body, that a header which passed the gate asks for. Throws Refusal, see
 * `parse_target`. */
Request request_of(Head const& head, std::string const& remote_address);

}  // namespace jalon::http
