#include "api/pages/settings_accounts.hpp"

#include <map>

#include "api/pages/confirmation.hpp"
#include "api/pages/encoding.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/setting_form.hpp"
#include "api/pages/settings_menu.hpp"
#include "api/pages/staff_names.hpp"

namespace jalon::pages {

namespace {

constexpr char const* all_accounts = "/reglages/comptes";

// By its identifier: no login stands in an address.
std::string page_of(std::string const& id) {
  return std::string(all_accounts) + "/" + percent_encoded(id);
}
std::string in_api(std::string const& id) {
  return "/accounts/" + percent_encoded(id);
}

std::string french_role(std::string const& name) {
  auto const role = parse_role(name);
  return role ? std::string(french_name_of(*role)) : name;
}

Json roles_in_french(Json const& account) {
  std::string all;
  for (auto const& role : account.at("roles")) all += (all.empty() ? "" : ", ") + french_role(role);
  return all;
}

Json shown(Json const& account) {
  return {{"login", account.at("login")},
          {"name", account.at("name")},
          {"address", page_of(account.at("id"))},
          {"roles", roles_in_french(account)},
          {"second_factor", account.at("second_factor")},
          {"created", french_moment(account.at("created_at"))},
          {"disabled", french_moment(account.at("disabled_at"))}};
}

std::string in_french(std::string const& what) {
  static std::map<std::string, std::string> const known{{"added", "Compte créé"},
                                                        {"amended", "Nom, adresse ou rôles changés"},
                                                        {"disabled", "Compte désactivé"},
                                                        {"enabled", "Compte réactivé"},
                                                        {"password_set", "Mot de passe changé"},
                                                        {"token_added", "Jeton créé"},
                                                        {"token_revoked", "Jeton révoqué"},
                                                        {"second_factor_on", "Second facteur mis en place"},
                                                        {"second_factor_off", "Second facteur retiré"},
                                                        {"recovery_code_used", "Code de secours utilisé"}};
  auto const found = known.find(what);
  return found == known.end() ? what : found->second;
}

Json history_of(Visit const& visit, std::string const& id) {
  StaffNames const names(visit);
  Json list = Json::array();
  for (auto const& entry : visit.all_items(in_api(id) + "/history"))
    list.push_back({{"what", in_french(entry.at("what"))},
                    {"by", names.of(entry.at("by"))},
                    {"at", french_moment(entry.at("at"))}});
  return list;
}

http::Response list(Visit& visit) {
  Json lines = Json::array();
  for (auto const& account : visit.all_items("/accounts")) lines.push_back(shown(account));
  return render_setting(visit, "accounts", {{"title", "Comptes"}, {"accounts", lines}});
}

// What is asked of every account.
void add_fields(SettingForm& form, Json const& account) {
  auto const said = [&](char const* name) {
    auto const value = account.value(name, Json());
    return value.is_string() ? value.get<std::string>() : "";
  };
  form.text("name", "Nom affiché", said("name"));
  form.text("email", "Adresse électronique", said("email")).optional().hint("Pour le courriel du matin.");
  form.many("roles", "Rôles", all_roles(), account.value("roles", std::vector<std::string>{}))
      .hint("L’administration ne donne accès à aucun dossier.");
  form.text("mdph", "Département", said("mdph"))
      .optional()
      .hint("Pour un partenaire de la MDPH seulement, par exemple 12.");
}

// As the API takes it: what was left empty is not said.
Json typed(Form const& form, std::initializer_list<char const*> names) {
  Json body{{"roles", form.texts("roles")}};
  for (auto const* name : names)
    if (auto const text = form.text(name); !text.empty()) body[name] = text;
  return body;
}

http::Response new_account_form(Visit const& visit, Json const& account, SettingForm form, int status) {
  form.text("login", "Identifiant", account.value("login", ""))
      .hint("Lettres, chiffres et . _ @ - ; il ne changera plus, l’historique le nomme.");
  add_fields(form, account);
  form.secret("password", "Premier mot de passe", "new-password")
      .optional()
      .hint("16 signes au moins. Laissé vide, Jalon en tire un au sort et le montre une seule fois.");
  Json page{{"title", "Créer un compte"},
            {"action", "/reglages/nouveau-compte"},
            {"verb", "Créer le compte"},
            {"back", all_accounts}};
  page.update(form.data());
  return render_setting(visit, "setting_form", page, status);
}

http::Response new_account(Visit& visit) {
  return new_account_form(visit, {{"roles", Json::array()}}, SettingForm(), 200);
}

http::Response secret_shown_once(Visit const& visit, std::string const& title, Json more) {
  more["title"] = title;
  return render_setting(visit, "secret_once", std::move(more));
}

http::Response add_account(Visit& visit) {
  auto const body = typed(visit.form, {"login", "name", "email", "mdph", "password"});
  return or_again(
      [&]() -> http::Response {
        auto const account = visit.call_api("POST", "/accounts", body);
        auto const page = page_of(account.at("id"));
        if (!account.contains("password")) return see_other(with_confirmation(page, "compte", ""));
        return secret_shown_once(
            visit, "Compte créé",
            {{"what", "Premier mot de passe de " + account.at("name").get<std::string>()},
             {"secret_value", account.at("password")},
             {"login", account.at("login")},
             {"on", page}});
      },
      [&](api::ApiProblem const& problem) {
        return new_account_form(visit, body, SettingForm(problem), api::status_of(problem.name));
      });
}

http::Response account_page(Visit const& visit, Json const& typed_before, SettingForm form, int status) {
  auto const& id = visit.path.at("id");
  auto account = visit.call_api("GET", in_api(id));
  Json page = shown(account);
  if (typed_before.is_object()) account = typed_before;
  add_fields(form, account);
  page.update(form.data());
  page.update({{"title", page.at("name")},
               {"history", history_of(visit, id)},
               {"is_active", page.at("disabled") == ""},
               {"is_oneself", page.at("login") == visit.caller.login}});
  return render_setting(visit, "account", page, status);
}

http::Response show(Visit& visit) {
  return account_page(visit, nullptr, SettingForm(), 200);
}

// Tries it, and comes back to the account with what was done or what is wrong.
http::Response change(Visit& visit, std::string const& method, std::string const& below, Json const& body,
                      char const* done) {
  auto const& id = visit.path.at("id");
  return or_again(
      [&] {
        visit.call_api(method, in_api(id) + below, body);
        return see_other(with_confirmation(page_of(id), done, ""));
      },
      [&](api::ApiProblem const& problem) {
        return account_page(visit, below.empty() ? body : Json(), SettingForm(problem),
                            api::status_of(problem.name));
      });
}

http::Response amend(Visit& visit) {
  return change(visit, "PUT", "", typed(visit.form, {"name", "email", "mdph"}), "compte");
}
http::Response disable(Visit& visit) {
  return change(visit, "POST", "/disable", Json::object(), "desactive");
}
http::Response enable(Visit& visit) {
  return change(visit, "POST", "/enable", Json::object(), "reactive");
}
http::Response remove_second_factor(Visit& visit) {
  return change(visit, "DELETE", "/second-factor", nullptr, "second_facteur_retire");
}

http::Response new_password(Visit& visit) {
  auto const& id = visit.path.at("id");
  return or_again(
      [&] {
        auto const answer = visit.call_api("POST", in_api(id) + "/password", Json::object());
        auto const login = answer.at("login").get<std::string>();
        return secret_shown_once(visit, "Nouveau mot de passe",
                                 {{"what", "Nouveau mot de passe de « " + login + " »"},
                                  {"secret_value", answer.at("password")},
                                  {"login", login},
                                  {"on", page_of(id)}});
      },
      [&](api::ApiProblem const& problem) {
        return account_page(visit, Json(), SettingForm(problem), api::status_of(problem.name));
      });
}

}  // namespace

std::vector<Option> all_roles() {
  std::vector<Option> options;
  for (auto const& name : (case_readers() | administration()).names())
    options.push_back({name, french_role(name)});
  return options;
}

std::vector<PageRoute> account_settings_pages() {
  std::vector<PageRoute> pages{
      {.method = "GET", .address = "/reglages/comptes", .execute = list},
      {.method = "GET", .address = "/reglages/nouveau-compte", .execute = new_account},
      {.method = "POST", .address = "/reglages/nouveau-compte", .execute = add_account},
      {.method = "GET", .address = "/reglages/comptes/{id}", .execute = show},
      {.method = "POST", .address = "/reglages/comptes/{id}", .execute = amend},
      {.method = "POST", .address = "/reglages/comptes/{id}/desactivation", .execute = disable},
      {.method = "POST", .address = "/reglages/comptes/{id}/reactivation", .execute = enable},
      {.method = "POST", .address = "/reglages/comptes/{id}/mot-de-passe", .execute = new_password},
      {.method = "POST",
       .address = "/reglages/comptes/{id}/second-facteur",
       .execute = remove_second_factor}};
  for (auto& page : pages) page.roles = administration();
  return pages;
}

}  // namespace jalon::pages
