#include "api/pages/log_in_set_up.hpp"

#include "api/endpoints/hashing.hpp"
#include "api/pages/log_in.hpp"
#include "api/pages/proofs.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/second_factor_pages.hpp"
#include "api/second_factor/one_time_code.hpp"
#include "engine/policy/second_factor_setting.hpp"
#include "engine/ports/accounts.hpp"
#include "engine/ports/establishment_scope.hpp"
#include "engine/ports/log_ins.hpp"
#include "engine/ports/sealed.hpp"

namespace jalon::pages {

namespace {

struct Offer {
  std::string ticket, secret;
};

http::Response offer_page(Visit const& visit, AccountName const& account, Offer const& offer,
                          std::string const& error, int status) {
  Json page{{"title", "Second facteur"},
            {"error", error},
            {"ticket", offer.ticket},
            {"way_back", way_back(visit.form.text("suite"))}};
  page.update(second_factor_drawing(offer.secret, account.login));
  return render(visit, "log_in_set_up", page, status);
}

// The codes on the page, the session in its cookie.
http::Response let_in_with_codes(Visit const& visit, LogInAttempt const& attempt, Json const& codes) {
  auto const next = way_back(visit.form.text("suite"));
  auto page =
      render(visit, "recovery_codes", {{"title", "Codes de secours"}, {"codes", codes}, {"next", next}});
  for (auto& [name, value] : let_in(visit, attempt, next).headers)
    if (name == "Set-Cookie") page.headers.emplace_back(name, value);
  return page;
}

http::Response try_to_set_up(Visit const& visit, AccountName const& account, Offer const& offer) {
  auto const attempt = attempt_of(visit, account);
  auto const again = [&](std::string const& why, int status) {
    return offer_page(visit, account, offer, why, status);
  };
  if (auto const pause = visit.house.log_ins.pause(attempt); pause.count() > 0)
    return again(too_many(pause), 429);
  auto const step =
      second_factor::matching_step(offer.secret, visit.form.text("code"), std::chrono::system_clock::now());
  if (!step) {
    visit.house.log_ins.record_failure(attempt);
    return again("Ce n’est pas le code du moment ; l’heure du téléphone est-elle juste ?", 422);
  }
  try {
    auto const codes = turn_second_factor_on(visit, account, offer.secret, *step);
    visit.house.second_factors.close_ticket(api::hash_of(offer.ticket));
    return let_in_with_codes(visit, attempt, codes);
  } catch (SealedAway const& sealed) {
    return again(sealed.what(), 503);
  }
}

http::Response set_up(Visit& visit) {
  Offer const offer{visit.form.text("billet"), visit.form.text("secret")};
  if (!second_factor::is_secret(offer.secret))
    throw api::ApiProblem{api::ProblemName::malformed, "Ce formulaire n’a pas pu être lu."};
  auto const account = visit.house.second_factors.use_ticket(api::hash_of(offer.ticket));
  EstablishmentScope const scope(account ? account->establishment : "");
  // A ticket for the code of a second factor that is there already must not replace it.
  if (!account || has_second_factor(visit, *account))
    return log_in_page(visit, "Cela a duré trop longtemps, ou trop de codes étaient faux. Recommencez.", 422);
  return try_to_set_up(visit, *account, offer);
}

}  // namespace

bool must_have_second_factor(Visit const& visit, AccountName const& account) {
  auto const found = visit.house.accounts.find(account.establishment, account.login);
  auto const setting = visit.house.registers.setting(account.establishment, "second_factor");
  if (!found || setting.is_null()) return false;
  return roles_with_second_factor(setting).meets(roles_with_second_factor({{"roles", found->at("roles")}}));
}

http::Response ask_to_set_up(Visit const& visit, AccountName const& account) {
  Offer const offer{api::new_token(), second_factor::new_secret(api::random_below)};
  visit.house.second_factors.open_ticket(account, api::hash_of(offer.ticket));
  return offer_page(visit, account, offer, "", 200);
}

std::vector<PageRoute> log_in_set_up_pages() {
  return {{.method = "POST", .address = "/connexion/second-facteur", .execute = set_up, .open_to_all = true}};
}

}  // namespace jalon::pages
