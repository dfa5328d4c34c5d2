#include "adapters/via_trajectoire/access_token.hpp"

#include <algorithm>
#include <memory>
#include <new>

#include "adapters/via_trajectoire/sdo_outcome.hpp"

namespace jalon::via_trajectoire {

namespace {

// As RFC 6749 (2.3.1) wants the identifier and the secret before they make a log-in.
std::string form_encoded(std::string const& text) {
  std::unique_ptr<char, decltype(&curl_free)> const encoded{
      curl_easy_escape(nullptr, text.c_str(), int(text.size())), &curl_free};
  if (!encoded) throw std::bad_alloc{};
  return encoded.get();
}

// What may stand in a header (RFC 6750, 2.1).
bool is_token(std::string const& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace

HttpRequest AccessToken::request() const {
  return {settings_.token_endpoint,
          {"Content-Type: application/x-www-form-urlencoded", "Accept: application/json"},
          "grant_type=client_credentials",
          form_encoded(settings_.client_id),
          form_encoded(settings_.client_secret)};
}

std::variant<std::string, TryLater> AccessToken::get() {
  if (!token_.empty() && Clock::now() < good_until_) return token_;
  forget();
  return take(HttpExchange(settings_, hung_up_).post(request()));
}

std::variant<std::string, TryLater> AccessToken::take(HttpAnswer const& answer) {
  if (answer.status == 0) return not_reached(answer, "Le serveur de jetons de ViaTrajectoire");
  if (answer.status >= 500 || answer.status == 429)
    return TryLater{"Le serveur de jetons de ViaTrajectoire demande de réessayer plus tard (" +
                        std::to_string(answer.status) + ").",
                    Trouble::server};
  auto const json = answer.status == 200 ? read_object(answer.body) : Json::object();
  auto const token = json.value("access_token", Json());
  if (!token.is_string() || !is_token(token.get<std::string>()))
    return TryLater{"ViaTrajectoire n’a pas donné de jeton d’accès (" + std::to_string(answer.status) +
                        ") : vérifiez l’identifiant et le secret du client.",
                    Trouble::settings};
  auto const lifetime = json.value("expires_in", Json());
  auto const lasts_s = lifetime.is_number_integer() ? lifetime.get<std::int64_t>() : 0;
  token_ = token.get<std::string>();
  good_until_ = Clock::now() + std::chrono::seconds{std::clamp<std::int64_t>(lasts_s, 0, 86'400)} - margin;
  return token_;
}

}  // namespace jalon::via_trajectoire
