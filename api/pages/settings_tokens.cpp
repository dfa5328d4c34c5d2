#include "api/pages/settings_tokens.hpp"

#include <charconv>

#include "api/pages/confirmation.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/setting_form.hpp"
#include "api/pages/settings_menu.hpp"

namespace jalon::pages {

namespace {

constexpr char const* all_tokens = "/reglages/jetons";

std::vector<Option> active_accounts(Visit const& visit) {
  std::vector<Option> options;
  for (auto const& account : visit.all_items("/accounts"))
    if (account.at("disabled_at").is_null())
      options.push_back({account.at("login"), account.at("name").get<std::string>() + " (" +
                                                  account.at("login").get<std::string>() + ")"});
  return options;
}

Json lines_of(Visit const& visit) {
  Json lines = Json::array();
  for (auto const& token : visit.all_items("/tokens"))
    lines.push_back(
        {{"name", token.at("name")},
         {"login", token.at("login")},
         {"created", french_moment(token.at("created_at"))},
         {"expires", french_moment(token.at("expires_at"))},
         {"last_used", french_moment(token.at("last_used_at"))},
         {"revoke", std::string(all_tokens) + "/" + token.at("id").get<std::string>() + "/revocation"}});
  return lines;
}

http::Response tokens_page(Visit const& visit, SettingForm form, int status) {
  form.choice("login", "Pour quel compte", active_accounts(visit), visit.form.text("login"))
      .hint("Le programme aura les rôles de ce compte.");
  form.text("name", "À quoi il sert", visit.form.text("name")).hint("Par exemple « import du soir ».");
  auto const days = visit.form.text("days");
  form.text("days", "Durée en jours", days.empty() ? "365" : days);
  auto const tokens = lines_of(visit);
  Json page{{"title", "Jetons"}, {"tokens", tokens}, {"none", tokens.empty()}};
  page.update(form.data());
  return render_setting(visit, "tokens", page, status);
}

http::Response show(Visit& visit) {
  return tokens_page(visit, SettingForm(), 200);
}

// Left as it was typed where it is no number: the API says what it expects.
Json number_of(std::string const& text) {
  int number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? Json(number) : Json(text);
}

http::Response add(Visit& visit) {
  Json body = Json::object();
  for (auto const* name : {"login", "name"})
    if (auto const text = visit.form.text(name); !text.empty()) body[name] = text;
  if (auto const days = visit.form.text("days"); !days.empty()) body["days"] = number_of(days);
  return or_again(
      [&] {
        auto const token = visit.call_api("POST", "/tokens", body);
        return render_setting(visit, "secret_once",
                              {{"title", "Jeton créé"},
                               {"what", "Jeton « " + token.at("name").get<std::string>() + " » de " +
                                            token.at("login").get<std::string>()},
                               {"secret_value", token.at("token")},
                               {"login", ""},
                               {"on", all_tokens}});
      },
      [&](api::ApiProblem const& problem) {
        return tokens_page(visit, SettingForm(problem), api::status_of(problem.name));
      });
}

http::Response revoke(Visit& visit) {
  visit.call_api("POST", "/tokens/" + visit.path.at("id") + "/revoke", Json::object());
  return see_other(with_confirmation(all_tokens, "jeton_revoque", ""));
}

}  // namespace

std::vector<PageRoute> token_settings_pages() {
  return {{.method = "GET", .address = all_tokens, .execute = show, .roles = administration()},
          {.method = "POST", .address = all_tokens, .execute = add, .roles = administration()},
          {.method = "POST",
           .address = "/reglages/jetons/{id}/revocation",
           .execute = revoke,
           .roles = administration()}};
}

}  // namespace jalon::pages
