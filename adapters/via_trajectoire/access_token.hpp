#pragma once

#include <chrono>
#include <string>
#include <variant>

#include "adapters/via_trajectoire/http_exchange.hpp"
#include "engine/ports/mailer.hpp"

namespace jalon::via_trajectoire {

/// The access token of OAuth2 client credentials (RFC 6749, 4.4): fetched when it is first wanted, kept until
/// shortly before it expires. For one thread.
class AccessToken {
 public:
  /// How long before its end a token is no longer used; one that names no end serves once.
  static constexpr std::chrono::seconds margin{30};

  AccessToken(SdoSettings const& settings, std::atomic<bool> const& hung_up)
      : settings_(settings), hung_up_(hung_up) {}

  /// The token, or why there is none. Nothing of a report has left then.
  std::variant<std::string, TryLater> get();

  /// The system refused it: the next `get` fetches another.
  void forget() { token_.clear(); }

 private:
  using Clock = std::chrono::steady_clock;
  HttpRequest request() const;
  std::variant<std::string, TryLater> take(HttpAnswer const& answer);

  SdoSettings const& settings_;
  std::atomic<bool> const& hung_up_;
  std::string token_;
  Clock::time_point good_until_{};
};

}  // namespace jalon::via_trajectoire
