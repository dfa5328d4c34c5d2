#pragma once

#include <atomic>

#include "api/http/answer.hpp"
#include "api/http/server.hpp"

namespace jalon::http {

/**
 * Has the handler answer. If it throws, or its answer cannot be sent, the listener is told and the client
 * gets a 500 that says nothing of the cause. `is_stopping` is looked at once the handler has returned: the
 * answer then says that the connection is closed. Never throws.
 */
Answer respond(Request const& request, Options const& options, Handler const& handler, AnswerContext context,
               std::atomic<bool> const& is_stopping);

/** What the doorkeeper says of a request whose body is too large. Never throws, as above. */
std::optional<Response> ask_doorkeeper(Request const& request, Options const& options);

}  // namespace jalon::http
