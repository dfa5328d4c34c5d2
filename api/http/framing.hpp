#pragma once

#include "api/http/gate.hpp"

namespace jalon::http {

/**
 * Reads from the fields of a header what decides where the request ends and what becomes of the connection:
 * Host, Content-Length, Transfer-Encoding, Connection, Expect. Part of `examine`. Throws Refusal.
 */
void read_framing(Head& head);

}  // namespace jalon::http
