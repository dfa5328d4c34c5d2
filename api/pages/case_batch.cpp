#include "api/pages/case_batch.hpp"

#include <algorithm>
#include <set>

#include "api/endpoints/batch.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/choices.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/words.hpp"

namespace jalon::pages {

namespace {

// The ticked ones that are in sight, as the API shows them, each once.
std::vector<Json> ticked_cases(Visit const& visit) {
  std::vector<Json> cases;
  std::set<std::string> seen;
  for (auto const& reference : visit.form.texts("dossier")) {
    if (cases.size() == api::most_in_a_batch || !seen.insert(reference).second) continue;
    if (auto const id = visit.house.registers.find_case(visit.sight(), reference))
      cases.push_back(case_of(visit, *id));
  }
  return cases;
}

Json const* action_of(Json const& shown, std::string const& event) {
  for (auto const& action : shown.at("actions"))
    if (action.at("event") == event) return &action;
  return nullptr;
}

Json lines_of(std::vector<Json> const& cases, std::string const& event) {
  Json lines = Json::array();
  for (auto const& shown : cases) {
    auto const* action = event.empty() ? nullptr : action_of(shown, event);
    bool const is_possible = action && action->at("enabled") == true;
    lines.push_back({{"reference", shown.at("reference")},
                     {"name", name_of(shown)},
                     {"in_question", !event.empty() && !is_possible},
                     {"reasons", action ? action->at("blocked_by") : Json::array()}});
  }
  return lines;
}

// What at least one of them may do now, what most may do first.
Json events_of(std::vector<Json> const& cases) {
  std::vector<Json> events;
  for (auto const& shown : cases)
    for (auto const& action : shown.at("actions")) {
      if (action.at("enabled") != true) continue;
      auto const found = std::find_if(events.begin(), events.end(), [&](Json const& event) {
        return event.at("event") == action.at("event");
      });
      if (found != events.end())
        (*found)["count"] = found->at("count").get<int>() + 1;
      else
        events.push_back({{"event", action.at("event")}, {"label", action.at("label")}, {"count", 1}});
    }
  std::stable_sort(events.begin(), events.end(),
                   [](Json const& one, Json const& next) { return one.at("count") > next.at("count"); });
  return events;
}

Json const& schema_for(std::vector<Json> const& cases, std::string const& event) {
  for (auto const& shown : cases)
    if (auto const* action = action_of(shown, event)) return action->at("data_schema");
  throw api::ApiProblem{api::ProblemName::not_allowed_here,
                        "Aucun des dossiers cochés ne peut recevoir cette action."};
}

std::string label_of(std::vector<Json> const& cases, std::string const& event) {
  for (auto const& shown : cases)
    if (auto const* action = action_of(shown, event)) return action->at("label");
  return event;
}

http::Response choose_event(Visit const& visit, std::vector<Json> const& cases) {
  return render(visit, "case_batch",
                {{"title", "Agir sur plusieurs dossiers"},
                 {"none", cases.empty()},
                 {"total", cases.size()},
                 {"lines", lines_of(cases, "")},
                 {"events", events_of(cases)}});
}

http::Response fill_in(Visit const& visit, std::vector<Json> const& cases, std::string const& event,
                       FieldErrors const& errors = {}) {
  auto const& schema = schema_for(cases, event);
  bool const was_sent = visit.form.text("envoyer") == "oui";
  FormState const state{was_sent ? visit.form : Form(), errors, options_for(visit, schema), visit.today()};
  auto const fields = fields_of(schema, state, event);
  Json summary = Json::array();
  for (auto const& error : errors) summary.push_back({{"text", error.message}});
  return render(visit, "case_batch_form",
                {{"title", label_of(cases, event)},
                 {"event", event},
                 {"total", cases.size()},
                 {"lines", lines_of(cases, event)},
                 {"fields", fields},
                 {"asks_day", !has_a_date(schema)},
                 {"occurred_on", was_sent ? visit.form.text("occurred_on") : to_string(visit.today())},
                 {"today", to_string(visit.today())},
                 {"summary", summary},
                 {"has_errors", !errors.empty()},
                 {"key", visit.form_key()}},
                errors.empty() ? 200 : 422);
}

std::string reason_of(Json const& problem) {
  std::string text;
  auto const add = [&](std::string const& more) { text += (text.empty() ? "" : " ; ") + more; };
  for (auto const& reason : problem.value("blocked_by", Json::array())) add(reason.at("message"));
  for (auto const& error : problem.value("errors", Json::array())) add(error.at("message"));
  return text.empty() ? problem.value("detail", problem.value("title", "")) : text;
}

http::Response results(Visit const& visit, std::vector<Json> const& cases, std::string const& event,
                       Json const& items) {
  Json lines = Json::array();
  int done = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    bool const is_done = items.at(i).at("done") == true;
    done += is_done ? 1 : 0;
    lines.push_back({{"reference", cases[i].at("reference")},
                     {"name", name_of(cases[i])},
                     {"done", is_done},
                     {"reason", is_done ? "" : reason_of(items.at(i).at("problem"))}});
  }
  return render(visit, "case_batch_done",
                {{"title", label_of(cases, event)},
                 {"count", std::to_string(done)},
                 {"total", cases.size()},
                 {"lines", lines}});
}

// What was typed is wrong for every one of them: the form comes again. The key has answered nothing yet.
FieldErrors errors_of_all(Json const& items) {
  FieldErrors errors;
  for (auto const& item : items) {
    bool const is_wrong =
        item.at("done") == false && !item.at("problem").value("errors", Json::array()).empty();
    if (!is_wrong) return {};
  }
  for (auto const& error : items.front().at("problem").at("errors"))
    errors.push_back({error.at("pointer"), error.at("code"), error.at("message")});
  return errors;
}

http::Response submit(Visit const& visit, std::vector<Json> const& cases, std::string const& event) {
  Json body{{"event", event}, {"data", data_of(schema_for(cases, event), visit.form)}};
  if (auto const day = visit.form.text("occurred_on"); !day.empty()) body["occurred_on"] = day;
  for (auto const& shown : cases) body["items"].push_back({{"case", shown.at("id")}});
  try {
    auto const items = visit.call_api("POST", "/case-batches", body, visit.form_key()).at("items");
    if (auto const errors = errors_of_all(items); !errors.empty())
      return fill_in(visit, cases, event, errors);
    return results(visit, cases, event, items);
  } catch (api::ApiProblem const& problem) {
    if (problem.name != api::ProblemName::invalid_data) throw;
    return fill_in(visit, cases, event, problem.errors);
  }
}

http::Response batch(Visit& visit) {
  auto const cases = ticked_cases(visit);
  auto const event = visit.form.text("evenement");
  if (cases.empty() || event.empty()) return choose_event(visit, cases);
  return visit.form.text("envoyer") == "oui" ? submit(visit, cases, event) : fill_in(visit, cases, event);
}

}  // namespace

std::vector<PageRoute> case_batch_pages() {
  return {{.method = "POST", .address = "/dossiers/lot", .execute = batch, .roles = case_roles()}};
}

}  // namespace jalon::pages
