#include "api/pages/settings_policy.hpp"

#include "api/pages/deadline_labels.hpp"
#include "api/pages/deadline_rule.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/setting_change.hpp"
#include "api/pages/settings_menu.hpp"
#include "engine/calendar/period.hpp"

namespace jalon::pages {

namespace {

ChangeablePage const& this_page() {
  static ChangeablePage const page{"policy", "Délais", "/reglages/delais"};
  return page;
}

std::vector<Option> const units{{"D", "jours"}, {"M", "mois"}, {"W", "semaines de formation"}};
std::vector<Option> const rolls{{"none", "reste tel quel"},
                                {"next_working_day", "jour ouvré suivant"},
                                {"next_opening_day", "jour d’ouverture suivant"},
                                {"previous_opening_day", "jour d’ouverture précédent"}};

std::string label_in(std::vector<Option> const& options, std::string const& value) {
  for (auto const& option : options)
    if (option.value == value) return option.label;
  return value;
}

Json chosen_of(std::vector<Option> const& options, std::string const& chosen) {
  Json list = Json::array();
  for (auto const& option : options)
    list.push_back({{"value", option.value}, {"label", option.label}, {"chosen", option.value == chosen}});
  return list;
}

// « P45D » as what is typed: 45 and days.
Json period_field(std::string const& name, std::string const& label, std::string const& own) {
  auto const period = parse_period(own);
  auto const unit = own.empty() ? "D" : own.substr(own.size() - 1);
  return {{"field", name},
          {"unit_field", name + "-unite"},
          {"label", label},
          {"number", period ? std::to_string(std::abs(period->count)) : ""},
          {"units", chosen_of(units, unit)}};
}

std::string as_shipped(Json const& shipped) {
  std::string words;
  for (auto const& period : shipped.at("periods"))
    words += (words.empty() ? "" : " ou ") + period_in_french(period);
  for (auto const& roll : shipped.at("rolls")) words += ", " + label_in(rolls, roll);
  if (shipped.at("after_reminder").is_string())
    words += " ; après une relance, " + period_in_french(shipped.at("after_reminder"));
  return words;
}

Json deadline_json(Json const& deadline) {
  auto const id = deadline.at("id").get<std::string>();
  auto const& own = deadline.at("own");
  Json periods{period_field("duree-" + id, "Durée", own.value("period", ""))};
  if (deadline.at("default").at("after_reminder").is_string())
    periods.push_back(period_field("relance-" + id, "Après une relance", own.value("after_reminder", "")));
  return {{"id", id},
          {"name", deadline.at("label")},
          {"shipped", as_shipped(deadline.at("default"))},
          {"is_own", !own.empty()},
          {"periods", periods},
          {"rolls", chosen_of(rolls, own.value("roll", ""))}};
}

// What was typed stands in the place of what is in force.
void put_back(Json& deadline, Form const& typed) {
  for (auto& period : deadline.at("periods")) {
    period["number"] = typed.text(period.at("field").get<std::string>());
    period["units"] = chosen_of(units, typed.text(period.at("unit_field").get<std::string>()));
  }
  deadline["rolls"] = chosen_of(rolls, typed.text("report-" + deadline.at("id").get<std::string>()));
}

std::string in_words(Visit const& visit, Json const& value) {
  std::string words;
  auto const say = [&](std::string const& more) { words += (words.empty() ? "" : " ; ") + more; };
  auto const deadlines = value.value("deadlines", Json::object());
  for (auto const& [id, term] : deadlines.items()) {
    auto const label = label_of_deadline(visit.house.definitions, id);
    if (term.contains("period")) say(label + " : " + period_in_french(term.at("period")));
    if (term.contains("roll")) say(label + " : " + label_in(rolls, term.at("roll")));
    if (term.contains("after_reminder"))
      say(label + ", après une relance : " + period_in_french(term.at("after_reminder")));
  }
  if (value.contains("required_documents"))
    say("pièces demandées : " + std::to_string(value.at("required_documents").size()));
  if (value.contains("optional_letters"))
    say("courriers facultatifs : " + std::to_string(value.at("optional_letters").size()));
  if (value.contains("group_size")) say("groupes de " + value.at("group_size").dump());
  return words.empty() ? "comme le parcours le prévoit" : words;
}

// What is ticked, or was before anything was typed.
Json ticks_json(Json const& items, char const* in_force, Form const& typed, char const* field) {
  Json list = Json::array();
  auto const chosen = typed.texts(field);
  for (auto const& item : items) {
    bool const ticked = std::find(chosen.begin(), chosen.end(), item.at("id")) != chosen.end();
    list.push_back({{"id", item.at("id")},
                    {"name", item.at("label")},
                    {"chosen", typed.fields().empty() ? item.at(in_force).get<bool>() : ticked}});
  }
  return list;
}

http::Response policy_page(Visit const& visit, SettingForm const& form, int status) {
  auto const setting = visit.call_api("GET", "/settings/policy");
  auto const& effective = setting.at("effective");
  bool const was_sent = !visit.form.fields().empty();
  Json deadlines = Json::array();
  for (auto const& deadline : effective.at("deadlines")) {
    auto shown = deadline_json(deadline);
    if (was_sent) put_back(shown, visit.form);
    deadlines.push_back(std::move(shown));
  }
  auto const& size = effective.at("group_size");
  Json page{
      {"title", "Délais"},
      {"deadlines", deadlines},
      {"documents", ticks_json(effective.at("documents"), "required", visit.form, "documents")},
      {"withdraw", this_page().address + "/retrait"},
      {"letters", ticks_json(effective.at("optional_letters"), "wanted", visit.form, "courriers")},
      {"planned", planned_changes(visit, setting, [&](Json const& value) { return in_words(visit, value); })},
      {"group_size", was_sent         ? Json(visit.form.text("groupe"))
                     : size.is_null() ? Json("")
                                      : size},
      {"history",
       history_of_setting(visit, "policy", [&](Json const& value) { return in_words(visit, value); })}};
  page.update(form.data());
  return render_setting(visit, "policy", page, status);
}

http::Response show(Visit& visit) {
  return policy_page(visit, SettingForm(), 200);
}

// « 45 » and « D »: P45D. A number that is none is left for the API to refuse.
std::string typed_period(Form const& form, std::string const& field, bool backward) {
  auto const number = form.text(field);
  if (number.empty()) return "";
  auto const unit = form.text(field + "-unite");
  return std::string(backward ? "-" : "") + "P" + number + (unit.empty() ? "D" : unit);
}

Json typed_term(Form const& form, Json const& deadline) {
  auto const id = deadline.at("id").get<std::string>();
  auto const& periods = deadline.at("default").at("periods");
  bool const backward = !periods.empty() && periods.at(0).get<std::string>().starts_with('-');
  Json term = Json::object();
  if (auto const period = typed_period(form, "duree-" + id, backward); !period.empty())
    term["period"] = period;
  if (auto const roll = form.text("report-" + id); !roll.empty()) term["roll"] = roll;
  if (auto const period = typed_period(form, "relance-" + id, false); !period.empty())
    term["after_reminder"] = period;
  return term;
}

// Only what differs from the pathway is said.
Json typed_policy(Form const& form, Json const& effective) {
  Json value = Json::object();
  for (auto const& deadline : effective.at("deadlines"))
    if (auto const term = typed_term(form, deadline); !term.empty())
      value["deadlines"][deadline.at("id").get<std::string>()] = term;
  auto const documents = form.texts("documents");
  if (documents.size() != effective.at("documents").size()) value["required_documents"] = documents;
  if (auto const letters = form.texts("courriers"); !letters.empty()) value["optional_letters"] = letters;
  auto const size = form.text("groupe");
  bool const is_number =
      !size.empty() && size.size() < 6 && size.find_first_not_of("0123456789") == std::string::npos;
  if (!size.empty()) value["group_size"] = is_number ? Json(std::stoi(size)) : Json(size);
  return value;
}

http::Response preview(Visit& visit) {
  auto const effective = visit.call_api("GET", "/settings/policy").at("effective");
  return or_again([&] { return preview_change(visit, this_page(), typed_policy(visit.form, effective)); },
                  [&](api::ApiProblem const& problem) {
                    return policy_page(visit, SettingForm(with_labels(problem, visit.house.definitions)),
                                       api::status_of(problem.name));
                  });
}

}  // namespace

std::vector<PageRoute> policy_settings_pages() {
  return changeable_pages(this_page(), show, preview);
}

}  // namespace jalon::pages
