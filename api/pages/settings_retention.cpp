#include "api/pages/settings_retention.hpp"

#include "api/endpoints/retention.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/setting_form.hpp"
#include "api/pages/settings_menu.hpp"
#include "api/pages/staff_names.hpp"
#include "api/pages/words.hpp"
#include "engine/policy/retention_setting.hpp"
#include "engine/ports/retention.hpp"

namespace jalon::pages {

namespace {

constexpr char const *here = "/reglages/conservation", *erasing = "/reglages/conservation/effacement";
constexpr RoleSet those_who_look{Role::deputy_director, Role::administrator};

Json line_of(Visit const& visit, Json const& item) {
  return {{"case", item.at("case")},
          {"reference", item.at("reference")},
          {"ended", label_of_state(visit.house.definitions, item.at("state"))},
          {"closed_on", in_words(item.at("closed_on"))},
          {"because", item.at("kept_because")}};
}

// As many as can be erased at once: the whole list is at GET /retention. {"lines","more"}
Json first_due(Visit const& visit, bool kept) {
  PageRequest const some{int(api::most_erased_at_once), std::nullopt};
  auto const page = visit.house.retention.due(visit.caller.establishment, kept, some);
  Json lines = Json::array();
  for (auto const& item : page.items) lines.push_back(line_of(visit, item));
  return {{"lines", lines}, {"more", page.next.has_value()}};
}

// The last hundred: the whole register is at GET /retention/erasures.
Json register_of(Visit const& visit) {
  StaffNames const names(visit);
  Json lines = Json::array();
  for (auto const& item :
       visit.house.retention.erasures(visit.caller.establishment, {100, std::nullopt}).items)
    lines.push_back({{"reference", item.at("reference")},
                     {"ended", label_of_state(visit.house.definitions, item.at("state"))},
                     {"closed_on", in_words(item.at("closed_on"))},
                     {"erased_on", in_words(item.at("erased_at").get<std::string>().substr(0, 10))},
                     {"by", names.of(item.at("erased_by"))}});
  return lines;
}

http::Response retention_page(Visit const& visit, SettingForm const& form, int status) {
  auto const rule = visit.house.retention.rule(visit.caller.establishment);
  auto const due = first_due(visit, false), kept = first_due(visit, true), erased = register_of(visit);
  bool const has_due = !due.at("lines").empty(), has_kept = !kept.at("lines").empty();
  Json page{{"title", "Conservation"},
            {"months", rule.at("months")},
            {"least", RetentionBounds::least_months},
            {"most", RetentionBounds::most_months},
            {"before", in_words(rule.at("before"))},
            {"due", due},
            {"has_due", has_due},
            {"may_erase", visit.roles.has(Role::deputy_director) && has_due},
            {"word", api::erase_word},
            {"most_at_once", api::most_erased_at_once},
            {"kept", kept},
            {"has_kept", has_kept},
            {"erased", erased},
            {"has_erased", !erased.empty()}};
  page.update(form.data());
  return render_setting(visit, "retention", page, status);
}

http::Response show(Visit& visit) {
  return retention_page(visit, SettingForm(), 200);
}

http::Response or_page_again(Visit& visit, std::function<http::Response()> const& work) {
  return or_again(work, [&](api::ApiProblem const& problem) {
    return retention_page(visit, SettingForm(problem), api::status_of(problem.name));
  });
}

http::Response set_rule(Visit& visit) {
  return or_page_again(visit, [&] {
    auto const months = int(std::strtol(visit.form.text("months").c_str(), nullptr, 10));
    visit.call_api("PUT", "/settings/retention", {{"months", months}});
    return see_other(with_confirmation(here, "conservation", ""));
  });
}

http::Response erase(Visit& visit) {
  return or_page_again(visit, [&] {
    auto const answer =
        visit.call_api("POST", "/retention/erasures",
                       {{"cases", visit.form.texts("dossier")}, {"confirm", visit.form.text("confirm")}});
    std::size_t done = 0;
    for (auto const& item : answer.at("items")) done += item.at("done") == true;
    return render_setting(visit, "retention_done",
                          {{"title", "Effacement"},
                           {"count", done},
                           {"total", answer.at("items").size()},
                           {"lines", answer.at("items")}});
  });
}

}  // namespace

std::vector<PageRoute> retention_settings_pages() {
  return {{.method = "GET", .address = here, .execute = show, .roles = those_who_look},
          {.method = "POST", .address = here, .execute = set_rule, .roles = those_who_look},
          {.method = "POST", .address = erasing, .execute = erase, .roles = {Role::deputy_director}}};
}

}  // namespace jalon::pages
