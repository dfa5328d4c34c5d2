#pragma once

#include <chrono>
#include <string>

namespace jalon::http {

/** The instant as HTTP writes it, "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 5.6.7), whatever the locale. */
std::string http_date(std::chrono::sys_seconds instant);

}  // namespace jalon::http
