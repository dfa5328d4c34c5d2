#include "api/endpoints/browser_session.hpp"

#include <sodium.h>

#include "api/endpoints/hashing.hpp"

namespace jalon::api {

namespace {
constexpr std::string_view name = session_cookie_name;
constexpr std::string_view attributes = "; Path=/; Secure; HttpOnly; SameSite=Strict";
}  // namespace

std::optional<std::string> cookie(http::Request const& request, std::string_view wanted) {
  auto const cookies = request.header("cookie").value_or("");
  for (std::size_t from = 0; from < cookies.size();) {
    auto const to = std::min(cookies.find(';', from), cookies.size());
    auto const first = cookies.find_first_not_of(' ', from);
    if (first >= to) break;
    auto const pair = std::string_view(cookies).substr(first, to - first);
    if (pair.starts_with(wanted) && pair.size() > wanted.size() + 1 && pair[wanted.size()] == '=')
      return std::string(pair.substr(wanted.size() + 1));
    from = to + 1;
  }
  return std::nullopt;
}

std::optional<std::string> session_secret(http::Request const& request) {
  return cookie(request, name);
}

std::string session_cookie(std::string const& secret) {
  return std::string(name) + "=" + secret + std::string(attributes);
}

std::string no_session_cookie() {
  return std::string(name) + "=" + std::string(attributes) + "; Max-Age=0";
}

std::string form_token(std::string const& secret) {
  return hash_of("form " + secret);
}

bool is_form_token(std::string const& secret, std::string const& given) {
  auto const expected = form_token(secret);
  return given.size() == expected.size() && sodium_memcmp(given.data(), expected.data(), given.size()) == 0;
}

bool comes_from_our_pages(http::Request const& request) {
  if (auto const site = request.header("sec-fetch-site")) return *site == "same-origin";
  auto const origin = request.header("origin"), host = request.header("host");
  if (!origin || !host) return false;
  auto const scheme_end = origin->find("://");
  return scheme_end != std::string::npos && origin->substr(scheme_end + 3) == *host;
}

}  // namespace jalon::api
