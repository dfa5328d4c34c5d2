#pragma once

#include <string_view>

#include "api/http/message.hpp"
#include "engine/json/json.hpp"

namespace jalon::http {

/**
 * A problem document (RFC 9457): `name` "malformed" becomes the type "/problems/malformed", `title_fr` is
 * what the user reads, and the members of the object `extra` (`detail`, `errors`, `blocked_by`…) stand beside
 * them.
 */
Response problem(int status, std::string_view name, std::string_view title_fr, Json extra = {});

}  // namespace jalon::http
