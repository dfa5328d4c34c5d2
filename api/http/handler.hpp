#pragma once

#include <functional>

#include "api/http/message.hpp"

namespace jalon::http {

/**
 * Answers one request. Runs on the server's worker pool, several at a time; may block, and should bound its
 * own time. What it throws becomes a 500 `internal` that tells the client nothing.
 */
using Handler = std::function<Response(Request const&)>;

}  // namespace jalon::http
