#include "api/pages/log_in.hpp"

#include <algorithm>

#include "api/endpoints/hashing.hpp"
#include "api/pages/browser_session.hpp"
#include "api/pages/encoding.hpp"
#include "api/pages/renderer.hpp"
#include "engine/policy/session_settings.hpp"

namespace jalon::pages {

namespace {

constexpr std::size_t longest_way_back = 500;

http::Response log_in_page(Visit const& visit, std::string const& error, int status) {
  bool const several = visit.house.registers.establishments().size() > 1;
  auto const asked = visit.form.text("suite");
  return render(visit, "log_in",
                {{"title", "Connexion"},
                 {"error", error},
                 {"asks_establishment", several},
                 {"establishment", visit.form.text("etablissement")},
                 {"login", visit.form.text("identifiant")},
                 {"way_back", way_back(asked.empty() ? visit.query("suite") : asked)}},
                status);
}

http::Response show(Visit& visit) {
  if (!visit.secret.empty()) return see_other(way_back(visit.query("suite")));
  return log_in_page(visit, "", 200);
}

LogInAttempt attempt_of(Visit const& visit) {
  auto const establishments = visit.house.registers.establishments();
  auto const given = visit.form.text("etablissement");
  bool const exists = std::find(establishments.begin(), establishments.end(), given) != establishments.end();
  auto const establishment = exists ? given : establishments.empty() ? "" : establishments.front();
  bool const is_meant = exists || establishments.size() == 1;
  auto const login = is_meant ? visit.form.text("identifiant") : "";
  return {establishment, login, api::hash_of(visit.http.remote_address)};
}

// The same work for an account that does not exist, so that the time tells nothing.
bool is_right(LogIns& log_ins, LogInAttempt const& attempt, std::string const& password) {
  static std::string const of_nobody = api::hash_password(api::new_token());
  auto const hash = log_ins.password_hash(attempt.establishment, attempt.login);
  return api::matches_password(hash.value_or(of_nobody), password) && hash.has_value();
}

http::Response turned_away(Visit const& visit, std::chrono::seconds pause) {
  auto response = log_in_page(visit,
                              "Trop d’essais de suite. Réessayez dans " + std::to_string(pause.count()) +
                                  (pause.count() > 1 ? " secondes." : " seconde."),
                              429);
  response.headers.emplace_back("Retry-After", std::to_string(pause.count()));
  return response;
}

http::Response log_in(Visit& visit) {
  auto& log_ins = visit.house.log_ins;
  auto const attempt = attempt_of(visit);
  if (auto const pause = log_ins.pause(attempt); pause.count() > 0) return turned_away(visit, pause);
  if (!is_right(log_ins, attempt, visit.form.text("mot_de_passe"))) {
    log_ins.record_failure(attempt);
    return log_in_page(visit, "L’identifiant ou le mot de passe n’est pas le bon.", 422);
  }
  if (!visit.secret.empty()) log_ins.close(api::hash_of(visit.secret));
  auto const secret = api::new_token();
  auto const limits = read_session_settings(visit.house.registers.setting(attempt.establishment, "sessions"));
  log_ins.open(attempt, api::hash_of(secret), limits);
  auto response = see_other(way_back(visit.form.text("suite")));
  response.headers.emplace_back("Set-Cookie", session_cookie(secret));
  return response;
}

http::Response log_out(Visit& visit) {
  visit.house.log_ins.close(api::hash_of(visit.secret));
  auto response = see_other("/connexion");
  response.headers.emplace_back("Set-Cookie", no_session_cookie());
  response.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
  return response;
}

}  // namespace

std::string way_back(std::string const& asked) {
  bool const is_path = asked.starts_with('/') && asked.size() <= longest_way_back &&
                       !asked.starts_with("//") && asked.find('\\') == std::string::npos;
  bool const is_plain = std::all_of(asked.begin(), asked.end(), [](char c) { return c > 0x20 && c < 0x7f; });
  return is_path && is_plain && !asked.starts_with("/connexion") ? asked : "/";
}

http::Response ask_to_log_in(http::Request const& request) {
  auto const wanted = request.method == "GET" ? way_back(request.path) : "/";
  return see_other(wanted == "/" ? "/connexion" : "/connexion?suite=" + percent_encoded(wanted));
}

std::vector<PageRoute> log_in_pages() {
  return {{.method = "GET", .address = "/connexion", .execute = show, .open_to_all = true},
          {.method = "POST", .address = "/connexion", .execute = log_in, .open_to_all = true},
          {.method = "POST", .address = "/deconnexion", .execute = log_out}};
}

}  // namespace jalon::pages
