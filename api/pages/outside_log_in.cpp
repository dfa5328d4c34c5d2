#include "api/pages/outside_log_in.hpp"

#include "api/endpoints/browser_session.hpp"
#include "api/endpoints/hashing.hpp"
#include "api/log/log_line.hpp"
#include "api/pages/encoding.hpp"
#include "api/pages/log_in.hpp"
#include "api/pages/renderer.hpp"
#include "engine/ports/establishment_scope.hpp"
#include "engine/ports/identity_provider.hpp"
#include "engine/ports/log_ins.hpp"

namespace jalon::pages {

namespace {

constexpr char const* cookie_name = "__Host-jalon-externe";

IdentityProvider& provider_of(Visit const& visit) {
  if (!visit.house.identities) throw api::ApiProblem{api::ProblemName::not_found, ""};
  return *visit.house.identities;
}

// « state.nonce.verifier.way back », which are all of letters, digits and « % ». Lax: the way back comes from
// another site.
std::string cookie_of(IdentityQuestion const& question, std::string const& way) {
  return std::string(cookie_name) + "=" + question.state + "." + question.nonce + "." + question.verifier +
         "." + percent_encoded(way) + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600";
}

std::string no_cookie() {
  return std::string(cookie_name) + "=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0";
}

std::string redirect_uri_of(Visit const& visit) {
  return visit.house.public_url + "/connexion/externe/retour";
}

struct Asked {
  IdentityQuestion question;
  std::string way_back;
};

std::optional<Asked> asked_before(Visit const& visit) {
  auto const kept = api::cookie(visit.http, cookie_name);
  std::vector<std::string> parts(1);
  for (char const letter : kept.value_or("")) {
    if (letter == '.' && parts.size() < 4)
      parts.emplace_back();
    else
      parts.back() += letter;
  }
  if (parts.size() != 4 || parts[0].empty() || visit.query("state") != parts[0]) return std::nullopt;
  return Asked{{parts[0], parts[1], parts[2], "", redirect_uri_of(visit)},
               way_back(Form("suite=" + parts[3]).text("suite"))};
}

http::Response refused(Visit const& visit, std::string const& sentence) {
  auto response = log_in_page(visit, sentence, 422);
  response.headers.emplace_back("Set-Cookie", no_cookie());
  return response;
}

http::Response go_there(Visit& visit) {
  IdentityQuestion question{api::new_token(), api::new_token(), api::new_token(), "", redirect_uri_of(visit)};
  question.challenge = api::sha256_base64url(question.verifier);
  try {
    auto response = see_other(provider_of(visit).address(question));
    response.headers.emplace_back("Set-Cookie", cookie_of(question, way_back(visit.query("suite"))));
    return response;
  } catch (IdentityRefused const& refusal) {
    log_line(LogLevel::warning, "provider of identities", {{"why", refusal.logged}});
    return refused(visit, refusal.what());
  }
}

http::Response come_back(Visit& visit) {
  auto& provider = provider_of(visit);
  auto const asked = asked_before(visit);
  auto const code = visit.query("code");
  if (!asked || code.empty())
    return refused(
        visit,
        "La connexion n’a pas abouti : elle a été abandonnée, ou a pris plus de dix minutes. Recommencez.");
  try {
    auto const who = provider.identify(code, asked->question);
    auto const account = visit.house.log_ins.account_known_as(who, provider.identifies_by_email());
    if (!account) return refused(visit, "Aucun compte d’ici ne correspond : voyez avec l’administration.");
    EstablishmentScope const scope(account->establishment);
    auto response =
        let_in(visit, {account->establishment, account->login, api::hash_of(visit.http.remote_address)},
               asked->way_back);
    response.headers.emplace_back("Set-Cookie", no_cookie());
    return response;
  } catch (IdentityRefused const& refusal) {
    log_line(LogLevel::warning, "provider of identities", {{"why", refusal.logged}});
    return refused(visit, refusal.what());
  }
}

}  // namespace

std::vector<PageRoute> outside_log_in_pages() {
  return {
      {.method = "GET", .address = "/connexion/externe", .execute = go_there, .open_to_all = true},
      {.method = "GET", .address = "/connexion/externe/retour", .execute = come_back, .open_to_all = true}};
}

}  // namespace jalon::pages
