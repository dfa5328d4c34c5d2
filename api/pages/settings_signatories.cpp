#include "api/pages/settings_signatories.hpp"

#include "api/pages/confirmation.hpp"
#include "api/pages/encoding.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/setting_form.hpp"
#include "api/pages/settings_menu.hpp"
#include "api/pages/template_titles.hpp"
#include "engine/ports/press.hpp"

namespace jalon::pages {

namespace {

constexpr char const* all_signatories = "/reglages/signataires";

std::string said(Json const& value) {
  return value.is_string() ? value.get<std::string>() : "";
}

http::Response signatories_page(Visit const& visit, SettingForm const& form, int status) {
  Json letters = Json::array();
  for (auto const& item : visit.all_items("/settings/signatories")) {
    std::string const name = item.at("template");
    letters.push_back({{"name", name},
                       {"label", title_of_template(visit.house.press, name).title},
                       {"action", std::string(all_signatories) + "/" + name},
                       {"who", said(item.at("name"))},
                       {"function", said(item.at("title"))}});
  }
  Json page{{"title", "Signataires"}, {"letters", letters}};
  page.update(form.data());
  return render_setting(visit, "signatories", page, status);
}

http::Response show(Visit& visit) {
  return signatories_page(visit, SettingForm(), 200);
}

// Left empty, the person of the letter head signs again.
http::Response set(Visit& visit) {
  auto const address = "/settings/signatories/" + percent_encoded(visit.path.at("name"));
  auto const who = visit.form.text("name"), function = visit.form.text("title");
  return or_again(
      [&] {
        if (who.empty() && function.empty()) {
          visit.call_api("DELETE", address);
          return see_other(with_confirmation(all_signatories, "signataire_retire", ""));
        }
        Json body{{"name", who}};
        if (!function.empty()) body["title"] = function;
        visit.call_api("PUT", address, body);
        return see_other(with_confirmation(all_signatories, "signataire", ""));
      },
      [&](api::ApiProblem const& problem) {
        return signatories_page(visit, SettingForm(problem), api::status_of(problem.name));
      });
}

}  // namespace

std::vector<PageRoute> signatory_settings_pages() {
  RoleSet const those_who_may{Role::administrator, Role::deputy_director};
  return {
      {.method = "GET", .address = all_signatories, .execute = show, .roles = those_who_may},
      {.method = "POST", .address = "/reglages/signataires/{name}", .execute = set, .roles = those_who_may}};
}

}  // namespace jalon::pages
