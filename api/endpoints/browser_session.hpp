// The cookie of a logged-in browser, for the pages and the API, and what keeps other sites from using it.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "api/http/message.hpp"

namespace jalon::api {

// The secret in the session cookie. `__Host-` makes browsers refuse one that another host or plain http set;
// on a loopback address they take it without https.
std::optional<std::string> session_secret(http::Request const& request);

// The value of that cookie.
std::optional<std::string> cookie(http::Request const& request, std::string_view name);

std::string session_cookie(std::string const& secret);  // value of Set-Cookie; ends with the browser
std::string no_session_cookie();                        // takes it away

inline constexpr char const* session_cookie_name = "__Host-jalon";

// What each form of a session carries, and each changing call of a script (X-CSRF-Token): made of the
// session's secret, so that no other session and no other site knows it, and nothing has to be kept.
std::string form_token(std::string const& secret);
bool is_form_token(std::string const& secret, std::string const& given);  // in constant time

// Whether the browser says that a page of ours sent this: by Fetch Metadata, or by Origin where a browser
// sends no metadata. Neither: no (OWASP, cross-site request forgery).
bool comes_from_our_pages(http::Request const& request);

}  // namespace jalon::api
