#include "api/pages/settings_calendar.hpp"

#include "api/pages/renderer.hpp"
#include "api/pages/setting_change.hpp"
#include "api/pages/settings_menu.hpp"
#include "engine/calendar/closure.hpp"

namespace jalon::pages {

namespace {

constexpr int empty_lines = 3;

ChangeablePage const& this_page() {
  static ChangeablePage const page{"calendar", "Fermetures", "/reglages/fermetures"};
  return page;
}

std::vector<Option> const regions{{"metropole", "Métropole"}, {"alsace-moselle", "Alsace-Moselle"}};

std::string region_of(Json const& value) {
  return value.value("region", "metropole");
}

std::string in_words(Json const& value) {
  std::string words;
  for (auto const& region : regions)
    if (region.value == region_of(value)) words = region.label;
  for (auto const& closure : value.value("closures", Json::array())) {
    auto const first = parse_date(closure.value("first", "")), last = parse_date(closure.value("last", ""));
    if (first && last) words += " ; " + french(Closure{*first, *last, closure.value("reason", "")});
  }
  return words;
}

// What was typed: one closure for each line that is not empty; how far a line is right is the API's matter.
Json typed_calendar(Form const& form) {
  auto const firsts = form.texts("first"), lasts = form.texts("last"), reasons = form.texts("reason");
  Json closures = Json::array();
  for (std::size_t i = 0; i < firsts.size() && i < lasts.size() && i < reasons.size(); ++i)
    if (!firsts[i].empty() || !lasts[i].empty() || !reasons[i].empty())
      closures.push_back(
          {{"first", firsts[i]}, {"last", lasts[i].empty() ? firsts[i] : lasts[i]}, {"reason", reasons[i]}});
  return {{"region", form.text("region")}, {"closures", closures}};
}

Json lines_of(Json const& value) {
  Json lines = Json::array();
  auto const add = [&](Json line) {
    line["number"] = lines.size() + 1;
    lines.push_back(std::move(line));
  };
  for (auto const& closure : value.value("closures", Json::array())) add(closure);
  for (int i = 0; i < empty_lines; ++i) add({{"first", ""}, {"last", ""}, {"reason", ""}});
  return lines;
}

http::Response calendar_page(Visit const& visit, Json const& value, SettingForm form, int status) {
  form.choice("region", "Région, pour les jours fériés", regions, region_of(value));
  Json page{{"title", "Fermetures"},
            {"closures", lines_of(value)},
            {"planned", planned_changes(visit, visit.call_api("GET", "/settings/calendar"), in_words)},
            {"withdraw", this_page().address + "/retrait"},
            {"history", history_of_setting(visit, "calendar", in_words)}};
  page.update(form.data());
  return render_setting(visit, "calendar", page, status);
}

http::Response show(Visit& visit) {
  auto const own = visit.call_api("GET", "/settings/calendar").at("own");
  return calendar_page(visit, own.is_null() ? Json::object() : own.at("value"), SettingForm(), 200);
}

http::Response preview(Visit& visit) {
  auto const value = typed_calendar(visit.form);
  return or_again([&] { return preview_change(visit, this_page(), value); },
                  [&](api::ApiProblem const& problem) {
                    return calendar_page(visit, value, SettingForm(problem), api::status_of(problem.name));
                  });
}

}  // namespace

std::vector<PageRoute> calendar_settings_pages() {
  return changeable_pages(this_page(), show, preview);
}

}  // namespace jalon::pages
