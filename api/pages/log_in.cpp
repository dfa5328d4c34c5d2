#include "api/pages/log_in.hpp"

#include <algorithm>

#include "api/endpoints/browser_session.hpp"
#include "api/endpoints/hashing.hpp"
#include "api/pages/encoding.hpp"
#include "api/pages/log_in_set_up.hpp"
#include "api/pages/proofs.hpp"
#include "api/pages/renderer.hpp"
#include "engine/policy/session_settings.hpp"
#include "engine/ports/establishment_scope.hpp"
#include "engine/ports/identity_provider.hpp"
#include "engine/ports/log_ins.hpp"
#include "engine/ports/sealed.hpp"
#include "engine/ports/second_factors.hpp"

namespace jalon::pages {

namespace {

constexpr std::size_t longest_way_back = 500;

http::Response show(Visit& visit) {
  if (!visit.secret.empty()) return see_other(way_back(visit.query("suite")));
  return log_in_page(visit, "", 200);
}

// Whom the form means. An establishment or an account that does not exist is one that nobody has.
AccountName account_meant(Visit const& visit) {
  auto const establishments = visit.house.registers.establishments();
  auto const given = visit.form.text("etablissement");
  bool const exists = std::find(establishments.begin(), establishments.end(), given) != establishments.end();
  auto const establishment = exists ? given : establishments.empty() ? "" : establishments.front();
  bool const is_meant = exists || establishments.size() == 1;
  return {establishment, is_meant ? visit.form.text("identifiant") : ""};
}

http::Response turned_away(http::Response page, std::chrono::seconds pause) {
  page.headers.emplace_back("Retry-After", std::to_string(pause.count()));
  return page;
}

http::Response code_page(Visit const& visit, std::string const& ticket, std::string const& error,
                         int status) {
  auto const asked = visit.form.text("suite");
  return render(
      visit, "log_in_code",
      {{"title", "Second facteur"}, {"error", error}, {"ticket", ticket}, {"way_back", way_back(asked)}},
      status);
}

http::Response ask_for_code(Visit const& visit, AccountName const& account) {
  auto const ticket = api::new_token();
  visit.house.second_factors.open_ticket(account, api::hash_of(ticket));
  return code_page(visit, ticket, "", 200);
}

http::Response log_in(Visit& visit) {
  auto& log_ins = visit.house.log_ins;
  auto const account = account_meant(visit);
  EstablishmentScope const scope(account.establishment);  // as it is claimed, for the attempt alone
  auto const attempt = attempt_of(visit, account);
  if (auto const pause = log_ins.pause(attempt); pause.count() > 0)
    return turned_away(log_in_page(visit, too_many(pause), 429), pause);
  if (!is_right_password(log_ins, attempt, visit.form.text("mot_de_passe"))) {
    log_ins.record_failure(attempt);
    return log_in_page(visit, "L’identifiant ou le mot de passe n’est pas le bon.", 422);
  }
  if (has_second_factor(visit, account)) return ask_for_code(visit, account);
  if (must_have_second_factor(visit, account)) return ask_to_set_up(visit, account);
  return let_in(visit, attempt, way_back(visit.form.text("suite")));
}

http::Response try_code(Visit const& visit, std::string const& ticket, AccountName const& account) {
  auto& factors = visit.house.second_factors;
  auto const attempt = attempt_of(visit, account);
  if (auto const pause = visit.house.log_ins.pause(attempt); pause.count() > 0)
    return turned_away(code_page(visit, ticket, too_many(pause), 429), pause);
  if (!is_right_code(factors, account, visit.form.text("code"))) {
    visit.house.log_ins.record_failure(attempt);
    return code_page(visit, ticket, "Ce code n’est pas le bon, ou il a déjà servi.", 422);
  }
  factors.close_ticket(api::hash_of(ticket));
  return let_in(visit, attempt, way_back(visit.form.text("suite")));
}

http::Response log_in_by_code(Visit& visit) {
  auto const ticket = visit.form.text("billet");
  auto const account = visit.house.second_factors.use_ticket(api::hash_of(ticket));
  if (!account)
    return log_in_page(
        visit, "Le code a été attendu trop longtemps, ou trop de codes étaient faux. Recommencez.", 422);
  EstablishmentScope const scope(account->establishment);
  try {
    return try_code(visit, ticket, *account);
  } catch (SealedAway const& sealed) {
    return code_page(visit, ticket, sealed.what(), 503);
  }
}

http::Response log_out(Visit& visit) {
  visit.house.log_ins.close(api::hash_of(visit.secret));
  auto response = see_other("/connexion");
  response.headers.emplace_back("Set-Cookie", api::no_session_cookie());
  response.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
  return response;
}

}  // namespace

http::Response log_in_page(Visit const& visit, std::string const& error, int status) {
  bool const several = visit.house.registers.establishments().size() > 1;
  auto const typed = visit.form.text("suite");
  auto const wanted = way_back(typed.empty() ? visit.query("suite") : typed);
  return render(visit, "log_in",
                {{"title", "Connexion"},
                 {"error", error},
                 {"asks_establishment", several},
                 {"establishment", visit.form.text("etablissement")},
                 {"login", visit.form.text("identifiant")},
                 {"elsewhere", visit.house.identities ? visit.house.identities->name() : ""},
                 {"way_back", wanted},
                 {"way_back_encoded", percent_encoded(wanted)}},
                status);
}

http::Response let_in(Visit const& visit, LogInAttempt const& attempt, std::string const& way_back) {
  auto& log_ins = visit.house.log_ins;
  if (!visit.secret.empty()) log_ins.close(api::hash_of(visit.secret));
  auto const secret = api::new_token();
  auto const limits = read_session_settings(visit.house.registers.setting(attempt.establishment, "sessions"));
  log_ins.open(attempt, api::hash_of(secret), limits);
  auto response = see_other(way_back);
  response.headers.emplace_back("Set-Cookie", api::session_cookie(secret));
  return response;
}

std::string way_back(std::string const& asked) {
  bool const is_path = asked.starts_with('/') && asked.size() <= longest_way_back &&
                       !asked.starts_with("//") && asked.find('\\') == std::string::npos;
  bool const is_plain = std::all_of(asked.begin(), asked.end(), [](char c) { return c > 0x20 && c < 0x7f; });
  return is_path && is_plain && !asked.starts_with("/connexion") ? asked : "/";
}

namespace {
// Filters and days stand in addresses, and no name does.
std::string address_asked_for(http::Request const& request) {
  std::string address = request.path;
  for (auto const& [name, value] : request.query)
    address += (address == request.path ? "?" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
  return address;
}
}  // namespace

http::Response ask_to_log_in(http::Request const& request) {
  auto const wanted = request.method == "GET" ? way_back(address_asked_for(request)) : "/";
  return see_other(wanted == "/" ? "/connexion" : "/connexion?suite=" + percent_encoded(wanted));
}

std::vector<PageRoute> log_in_pages() {
  return {{.method = "GET", .address = "/connexion", .execute = show, .open_to_all = true},
          {.method = "POST", .address = "/connexion", .execute = log_in, .open_to_all = true},
          {.method = "POST", .address = "/connexion/code", .execute = log_in_by_code, .open_to_all = true},
          {.method = "POST", .address = "/deconnexion", .execute = log_out}};
}

}  // namespace jalon::pages
