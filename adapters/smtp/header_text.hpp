#pragma once

#include <chrono>
#include <string>
#include <string_view>

// Values of mail headers (RFC 5322), made so that no value can begin another header.
namespace jalon::smtp {

// True for one line of valid UTF-8 without control characters: what a header value may be made of.
bool is_header_text(std::string_view text);

// True for left@right with characters of RFC 5322's atoms and dots only, the form of a Message-ID.
bool is_message_id(std::string_view id);

// `text` as RFC 2047 wants it: as it is when short and plain, else in Q-encoded words on lines of at most 76
// characters, folded by CRLF and a space; `taken` are those that stand before it on the first line. Valid in
// a subject and as a display name. Wants is_header_text.
std::string encode_header_text(std::string_view text, std::size_t taken = 1);

// The value of Date: « Tue, 27 Jan 2026 07:25:00 +0000 », always in UTC.
std::string mail_date(std::chrono::system_clock::time_point at);

}  // namespace jalon::smtp
