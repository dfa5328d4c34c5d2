#include "api/pages/second_factor_pages.hpp"

#include "api/endpoints/hashing.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/log_in_set_up.hpp"
#include "api/pages/proofs.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/setting_form.hpp"
#include "api/second_factor/qr_code.hpp"
#include "api/second_factor/recovery_codes.hpp"
#include "engine/ports/accounts.hpp"
#include "engine/ports/second_factors.hpp"

namespace jalon::pages {

namespace {

constexpr char const *this_page = "/compte/second-facteur", *own_account = "/compte";

AccountName account_of(Visit const& visit) {
  return {visit.caller.establishment, visit.caller.login};
}

// Nothing is kept until a code shows that the telephone has it: until then the form carries the secret, which
// the page shows anyway.
http::Response set_up_page(Visit const& visit, std::string const& secret, SettingForm form, int status) {
  form.text("code", "Code que montre l’application", "");
  form.secret("password", "Mot de passe", "current-password");
  Json page{{"title", "Second facteur"}, {"is_on", has_second_factor(visit, account_of(visit))}};
  page.update(second_factor_drawing(secret, visit.caller.login));
  page.update(form.data());
  return render(visit, "second_factor", page, status);
}

http::Response show(Visit& visit) {
  return set_up_page(visit, second_factor::new_secret(api::random_below), SettingForm(), 200);
}

std::int64_t step_given(Visit const& visit, std::string const& secret) {
  auto const step =
      second_factor::matching_step(secret, visit.form.text("code"), std::chrono::system_clock::now());
  if (!step)
    throw api::invalid_data(
        {{"/code", "value", "ce n’est pas le code du moment ; l’heure du téléphone est-elle juste ?"}});
  return *step;
}

http::Response turn_on(Visit& visit, std::string const& secret) {
  auto const account = account_of(visit);
  require_own_password(visit);
  auto const step = step_given(visit, secret);
  auto const codes = turn_second_factor_on(visit, account, secret, step);
  visit.house.accounts.close_other_sessions(account.establishment, account.login, api::hash_of(visit.secret));
  return render(
      visit, "recovery_codes",
      {{"title", "Codes de secours"}, {"codes", codes}, {"next", own_account}, {"others_closed", true}});
}

http::Response set_up(Visit& visit) {
  auto const secret = visit.form.text("secret");
  if (!second_factor::is_secret(secret))
    throw api::ApiProblem{api::ProblemName::malformed, "Ce formulaire n’a pas pu être lu."};
  return or_again([&] { return turn_on(visit, secret); },
                  [&](api::ApiProblem const& problem) {
                    return set_up_page(visit, secret, SettingForm(problem), api::status_of(problem.name));
                  });
}

http::Response turn_off(Visit& visit) {
  return or_again(
      [&] {
        require_own_password(visit);
        if (must_have_second_factor(visit, account_of(visit)))
          throw api::invalid_data(
              {{"/password", "value", "votre rôle ne se connecte qu’avec un second facteur"}});
        visit.house.second_factors.turn_off(account_of(visit), visit.caller.login);
        return see_other(with_confirmation(own_account, "second_facteur_retire", ""));
      },
      [&](api::ApiProblem const& problem) {
        return set_up_page(visit, second_factor::new_secret(api::random_below), SettingForm(problem),
                           api::status_of(problem.name));
      });
}

}  // namespace

Json second_factor_drawing(std::string const& secret, std::string const& login) {
  auto const address = second_factor::otpauth_address(secret, "Jalon", login);
  auto const drawing = second_factor::qr_code(address);
  return {{"shared", secret},
          {"grouped", second_factor::in_groups_of_four(secret)},
          {"address", address},
          {"side", drawing.side},
          {"squares", drawing.path}};
}

Json turn_second_factor_on(Visit const& visit, AccountName const& account, std::string const& secret,
                           std::int64_t step) {
  auto const codes = second_factor::new_recovery_codes(api::random_below);
  std::vector<std::string> hashes;
  Json shown = Json::array();
  for (auto const& code : codes) {
    hashes.push_back(hash_of_recovery_code(account, code));
    shown.push_back({{"recovery_code", code}});
  }
  visit.house.second_factors.turn_on(account, secret, step, hashes, account.login);
  return shown;
}

std::vector<PageRoute> second_factor_pages() {
  return {{.method = "GET", .address = this_page, .execute = show},
          {.method = "POST", .address = this_page, .execute = set_up},
          {.method = "POST", .address = "/compte/second-facteur/retrait", .execute = turn_off}};
}

}  // namespace jalon::pages
