#include "api/pages/account.hpp"

#include "api/endpoints/account_rules.hpp"
#include "api/endpoints/hashing.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/encoding.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/proofs.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/settings_menu.hpp"
#include "engine/ports/accounts.hpp"
#include "engine/ports/second_factors.hpp"

namespace jalon::pages {

namespace {

constexpr char const* own_account = "/compte";

std::string french_roles(RoleSet roles) {
  std::string all;
  for (auto const& name : roles.names())
    all += (all.empty() ? "" : ", ") + std::string(french_name_of(*parse_role(name)));
  return all;
}

Json sessions_of(Visit const& visit) {
  Json list = Json::array();
  for (auto const& session : visit.house.accounts.sessions(visit.caller.establishment, visit.caller.login,
                                                           api::hash_of(visit.secret)))
    list.push_back({{"opened", french_moment(session.at("opened_at"))},
                    {"seen", french_moment(session.at("last_seen_at"))},
                    {"is_this", session.at("here")}});
  return list;
}

Json feeds_of(Visit const& visit) {
  Json list = Json::array();
  if (!visit.roles.meets(case_readers())) return list;
  for (auto const& feed : visit.all_items("/feeds"))
    list.push_back({{"name", feed.at("name")},
                    {"created", french_moment(feed.at("created_at"))},
                    {"revoke", "/compte/agendas/" + feed.at("id").get<std::string>() + "/revocation"}});
  return list;
}

http::Response account_page(Visit const& visit, SettingForm form, int status) {
  form.secret("password", "Mot de passe actuel", "current-password");
  form.secret("new_password", "Nouveau mot de passe", "new-password")
      .hint("16 signes au moins, quels qu’ils soient : quatre mots sans rapport entre eux suffisent.");
  form.secret("new_password_again", "Nouveau mot de passe, une seconde fois", "new-password");
  AccountName const account{visit.caller.establishment, visit.caller.login};
  auto const sessions = sessions_of(visit), feeds = feeds_of(visit);
  Json page{{"title", "Mon compte"},
            {"name", visit.caller.name},
            {"login", visit.caller.login},
            {"roles", french_roles(visit.roles)},
            {"confirmation", confirmation_of(visit)},
            {"sessions", sessions},
            {"has_others", sessions.size() > 1},
            {"may_have_feeds", visit.roles.meets(case_readers())},
            {"feeds", feeds},
            {"second_factor", has_second_factor(visit, account)},
            {"codes_left", visit.house.second_factors.recovery_codes_left(account)}};
  page.update(form.data());
  return render(visit, "own_account", page, status);
}

http::Response show(Visit& visit) {
  return account_page(visit, SettingForm(), 200);
}

void check_new_password(Visit const& visit) {
  auto const wanted = visit.form.text("new_password");
  auto const house_name = api::name_on_letters(visit.house.registers, visit.caller.establishment);
  if (auto const fault = api::fault_of_password(wanted, {visit.caller.login, house_name}))
    throw api::invalid_data({{"/new_password", "value", *fault}});
  if (wanted != visit.form.text("new_password_again"))
    throw api::invalid_data({{"/new_password_again", "value", "les deux ne sont pas les mêmes"}});
}

http::Response change_password(Visit& visit) {
  return or_again(
      [&] {
        check_new_password(visit);
        require_own_password(visit);
        visit.house.accounts.set_password(visit.caller.establishment, visit.caller.login,
                                          api::hash_password(visit.form.text("new_password")),
                                          api::hash_of(visit.secret), visit.caller.login);
        return see_other(with_confirmation(own_account, "mot_de_passe", ""));
      },
      [&](api::ApiProblem const& problem) {
        return account_page(visit, SettingForm(problem), api::status_of(problem.name));
      });
}

http::Response close_others(Visit& visit) {
  visit.house.accounts.close_other_sessions(visit.caller.establishment, visit.caller.login,
                                            api::hash_of(visit.secret));
  return see_other(with_confirmation(own_account, "sessions", ""));
}

http::Response add_feed(Visit& visit) {
  Json body = Json::object();
  if (auto const name = visit.form.text("name"); !name.empty()) body["name"] = name;
  return or_again(
      [&] {
        auto const feed = visit.call_api("POST", "/feeds", body);
        return render(visit, "secret_once",
                      {{"title", "Agenda ouvert"},
                       {"what", "Adresse de l’agenda « " + feed.at("name").get<std::string>() + " »"},
                       {"secret_value", feed.at("address")},
                       {"login", ""},
                       {"on", own_account}});
      },
      [&](api::ApiProblem const& problem) {
        return account_page(visit, SettingForm(problem), api::status_of(problem.name));
      });
}

http::Response revoke_feed(Visit& visit) {
  visit.call_api("DELETE", "/feeds/" + percent_encoded(visit.path.at("id")));
  return see_other(with_confirmation(own_account, "agenda_revoque", ""));
}

}  // namespace

std::vector<PageRoute> own_account_pages() {
  return {{.method = "GET", .address = own_account, .execute = show},
          {.method = "POST", .address = "/compte/mot-de-passe", .execute = change_password},
          {.method = "POST", .address = "/compte/sessions", .execute = close_others},
          {.method = "POST", .address = "/compte/agendas", .execute = add_feed, .roles = case_readers()},
          {.method = "POST",
           .address = "/compte/agendas/{id}/revocation",
           .execute = revoke_feed,
           .roles = case_readers()}};
}

}  // namespace jalon::pages
