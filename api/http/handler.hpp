#pragma once

#include <functional>
#include <optional>

#include "api/http/message.hpp"

namespace jalon::http {

/**
 * Answers one request. Runs on the server's worker pool, several at a time; may block, and should bound its
 * own time. What it throws becomes a 500 `internal` that tells the client nothing.
 */
using Handler = std::function<Response(Request const&)>;

/**
 * Asked of a request whose body is too large, and is not read: whether something else turns it away first,
 * such as who asks. Nothing: it is the 413. Runs on the worker pool as the handler does.
 */
using Doorkeeper = std::function<std::optional<Response>(Request const&)>;

}  // namespace jalon::http
