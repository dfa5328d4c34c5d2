#include "api/pages/settings_log_in.hpp"

#include "api/pages/confirmation.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/setting_form.hpp"
#include "api/pages/settings_accounts.hpp"
#include "api/pages/settings_menu.hpp"
#include "engine/policy/second_factor_setting.hpp"

namespace jalon::pages {

namespace {

constexpr char const *here = "/reglages/connexion", *setting = "second_factor";

http::Response log_in_form(Visit const& visit, SettingForm form, int status) {
  auto const now = visit.house.registers.setting(visit.caller.establishment, setting);
  form.many("roles", "Rôles qui ne se connectent qu’avec un second facteur", all_roles(),
            roles_with_second_factor(now).names())
      .hint(
          "Qui n’en a pas encore le met en place à sa prochaine connexion, après le mot de passe. Ne vaut ni "
          "pour les jetons, ni pour une connexion chez votre fournisseur d’identité.")
      .optional();
  Json page{{"title", "Connexion"}, {"action", here}, {"back", "/reglages"}, {"verb", "Enregistrer"}};
  page.update(form.data());
  return render_setting(visit, "setting_form", page, status);
}

http::Response show(Visit& visit) {
  return log_in_form(visit, SettingForm(), 200);
}

http::Response set(Visit& visit) {
  return or_again(
      [&] {
        Json const value{{"roles", visit.form.texts("roles")}};
        try {
          roles_with_second_factor(value);
        } catch (std::invalid_argument const& wrong) {
          throw api::invalid_data({{"/roles", "value", wrong.what()}});
        }
        visit.house.registers.set_setting(visit.caller.establishment, setting, value, visit.caller.login);
        return see_other(with_confirmation(here, "reglage", ""));
      },
      [&](api::ApiProblem const& problem) {
        return log_in_form(visit, SettingForm(problem), api::status_of(problem.name));
      });
}

}  // namespace

std::vector<PageRoute> log_in_settings_pages() {
  return {{.method = "GET", .address = here, .execute = show, .roles = administration()},
          {.method = "POST", .address = here, .execute = set, .roles = administration()}};
}

}  // namespace jalon::pages
