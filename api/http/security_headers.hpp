#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace jalon::http {

struct SecurityHeader {
  std::string_view name;
  std::string_view value;
  bool may_be_overridden;  // by an answer that sets it itself
};

/**
 * What stands on every answer, errors and refusals of the gate too (OWASP HTTP Headers and REST cheat
 * sheets). There is no Server header, and no X-XSS-Protection: the browsers' filter that it switched is gone.
 */
std::span<SecurityHeader const> security_headers();

}  // namespace jalon::http
