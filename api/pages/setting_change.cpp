#include "api/pages/setting_change.hpp"

#include "api/pages/confirmation.hpp"
#include "api/pages/deadline_labels.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/settings_menu.hpp"
#include "api/pages/staff_names.hpp"
#include "engine/json/strict_json.hpp"

namespace jalon::pages {

namespace {

constexpr std::size_t most_shown = 20;
constexpr std::string_view clock_field = "delai-";

std::string french_day(Json const& dated) {
  auto const day = parse_date(dated.at("due").get<std::string>());
  return day ? french(*day) : dated.at("due").get<std::string>();
}

Json moving_cases(Json const& cases) {
  Json list = Json::array();
  for (auto const& each : cases) {
    if (list.size() == most_shown) break;
    list.push_back({{"reference", each.at("reference")},
                    {"before", french_day(each.at("before"))},
                    {"after", french_day(each.at("after"))},
                    {"derivation", each.at("after").at("derivation")}});
  }
  return list;
}

Json kinds_of(Visit const& visit, Json const& dates) {
  Json list = Json::array();
  for (auto const& kind : dates) {
    auto const id = kind.at("deadline").get<std::string>();
    auto const chosen = visit.form.text(std::string(clock_field) + id);
    list.push_back({{"id", id},
                    {"label", label_of_deadline(visit.house.definitions, id)},
                    {"count", kind.at("count")},
                    {"cases", moving_cases(kind.at("cases"))},
                    {"more", kind.at("count").get<std::size_t>() > most_shown},
                    {"keeps", chosen == "kept"},
                    {"restarts", chosen == "restarted"}});
  }
  return list;
}

http::Response change_page(Visit const& visit, ChangeablePage const& page, Json const& value,
                           SettingForm const& form, int status) {
  auto const preview = visit.call_api("POST", "/settings/" + page.setting + "/preview", {{"value", value}});
  auto const kinds = kinds_of(visit, preview.at("dates"));
  auto const completed = preview.at("completed").at("count"),
             incompleted = preview.at("incompleted").at("count");
  Json data{{"title", page.title + " : ce que ce changement déplace"},
            {"back", page.address},
            {"action", page.address + "/enregistrement"},
            {"new_value", value.dump()},
            {"kinds", kinds},
            {"completed", completed == 0 ? Json("") : completed},
            {"incompleted", incompleted == 0 ? Json("") : incompleted},
            {"first_day", visit.form.text("premier_jour")},
            {"tomorrow", to_string(plus_days(visit.today(), 1))},
            {"nothing", kinds.empty() && completed == 0 && incompleted == 0}};
  data.update(form.data());
  return render_setting(visit, "setting_change", data, status);
}

Json clocks_of(Form const& form) {
  Json clocks = Json::object();
  for (auto const& [name, value] : form.fields())
    if (name.starts_with(clock_field) && !value.empty()) clocks[name.substr(clock_field.size())] = value;
  return clocks;
}

Json value_sent(Visit const& visit) {
  try {
    return parse_json(visit.form.text("valeur"));
  } catch (MalformedJson const&) {
    throw api::ApiProblem{api::ProblemName::malformed, "Ce formulaire n’a pas pu être lu."};
  }
}

http::Response apply_change(Visit& visit, ChangeablePage const& page) {
  auto const value = value_sent(visit);
  return or_again(
      [&] {
        Json body{{"value", value}, {"clocks", clocks_of(visit.form)}};
        auto const first_day = visit.form.text("premier_jour");
        if (!first_day.empty()) body["valid_from"] = first_day;
        visit.call_api("PUT", "/settings/" + page.setting, body);
        return see_other(
            with_confirmation(page.address, first_day.empty() ? "reglage" : "reglage_prevu", ""));
      },
      [&](api::ApiProblem const& problem) {
        return change_page(visit, page, value, SettingForm(with_labels(problem, visit.house.definitions)),
                           api::status_of(problem.name));
      });
}

http::Response withdraw_change(Visit& visit, ChangeablePage const& page) {
  auto const day = parse_date(visit.form.text("jour"));
  if (!day) throw api::ApiProblem{api::ProblemName::not_found, "Aucun changement n’est prévu ce jour-là."};
  visit.call_api("DELETE", "/settings/" + page.setting + "/planned/" + to_string(*day));
  return see_other(with_confirmation(page.address, "reglage_retire", ""));
}

}  // namespace

http::Response preview_change(Visit const& visit, ChangeablePage const& page, Json const& value) {
  return change_page(visit, page, value, SettingForm(), 200);
}

std::vector<PageRoute> changeable_pages(ChangeablePage const& page, PageFunction show, PageFunction preview) {
  auto const roles = those_who_set();
  auto const& address = page.address;
  return {{.method = "GET", .address = address, .execute = std::move(show), .roles = roles},
          {.method = "POST", .address = address, .execute = std::move(preview), .roles = roles},
          {.method = "POST",
           .address = address + "/enregistrement",
           .execute = [page](Visit& visit) { return apply_change(visit, page); },
           .roles = roles},
          {.method = "POST",
           .address = address + "/retrait",
           .execute = [page](Visit& visit) { return withdraw_change(visit, page); },
           .roles = roles}};
}

Json planned_changes(Visit const& visit, Json const& setting,
                     std::function<std::string(Json const&)> const& in_words) {
  StaffNames const names(visit);
  Json list = Json::array();
  for (auto const& planned : setting.at("planned"))
    list.push_back(
        {{"day", planned.at("valid_from")},
         {"day_long", long_french(parse_date(planned.at("valid_from").get<std::string>()).value())},
         {"by", names.of(planned.at("planned_by"))},
         {"words", in_words(planned.at("value"))}});
  return list;
}

api::ApiProblem with_labels(api::ApiProblem problem, std::vector<Definition> const& definitions) {
  for (auto& error : problem.errors)
    for (std::string const mark : {"/deadlines/", "/clocks/"}) {
      auto const at = error.pointer.find(mark);
      if (at == std::string::npos) continue;
      auto const from = at + mark.size();
      auto const id = error.pointer.substr(from, error.pointer.find('/', from) - from);
      error.message = label_of_deadline(definitions, id) + " : " + error.message;
    }
  return problem;
}

Json history_of_setting(Visit const& visit, std::string const& setting,
                        std::function<std::string(Json const&)> const& in_words) {
  StaffNames const names(visit);
  Json list = Json::array();
  for (auto const& item : visit.all_items("/settings/" + setting + "/history"))
    list.push_back({{"by", names.of(item.at("set_by"))},
                    {"at", french_moment(item.at("set_at"))},
                    {"words", in_words(item.at("value"))}});
  return list;
}

}  // namespace jalon::pages
