#include "api/pages/acts.hpp"

#include <algorithm>

#include "api/pages/case_frame.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/case_parts.hpp"
#include "api/pages/choices.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/log_in.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/words.hpp"
#include "engine/model/field_labels.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon::pages {

namespace {

Json const* find_action(Json const& shown, std::string const& event) {
  for (auto const& action : shown.at("actions"))
    if (action.at("event") == event) return &action;
  return nullptr;
}

Json const& action_of(Json const& shown, std::string const& event) {
  if (auto const* action = find_action(shown, event)) return *action;
  throw api::ApiProblem{api::ProblemName::not_allowed_here,
                        "Cette action n’est pas possible là où en est le dossier. Il a peut-être avancé "
                        "depuis que vous avez ouvert la page."};
}

// Where to go afterwards: back to the page the act was begun on.
std::string return_address(Visit const& visit) {
  auto const typed = visit.form.text("retour");
  auto const asked = typed.empty() ? visit.query("retour") : typed;
  return asked.empty() ? "/dossiers/" + visit.path.at("reference") : way_back(asked);
}

struct Trouble {
  FieldErrors errors = {};
  std::vector<BlockedBy> reasons = {};
  std::string message = {};
  int status = 200;
  bool is_stale = false;
  Json changes = Json::array();  // what somebody else did since the form was opened
};

Json summary_of(Trouble const& trouble, Json const& fields, std::string const& prefix) {
  Json list = Json::array();
  for (auto const& field : fields)
    if (field.at("error") != "")
      list.push_back(
          {{"text", field.at("label").get<std::string>() + " : " + field.at("error").get<std::string>()},
           {"target", field.at("id")}});
  for (auto const& error : trouble.errors)
    if (!error.pointer.starts_with("/data/"))
      list.push_back({{"text", error.message}, {"target", prefix + "-occurred_on"}});
  for (auto const& reason : trouble.reasons) list.push_back({{"text", reason.message}});
  if (list.empty() && !trouble.message.empty()) list.push_back({{"text", trouble.message}});
  return list;
}

http::Response act_page(Visit const& visit, Json const& shown, Trouble const& trouble = {}) {
  auto const event = visit.path.at("event");
  auto const& action = action_of(shown, event);
  auto const& schema = action.at("data_schema");
  auto const fields =
      fields_of(schema, {visit.form, trouble.errors, options_for(visit, schema), visit.today()}, event);
  auto const summary = summary_of(trouble, fields, event);
  auto const occurred_on = visit.form.text("occurred_on");
  return render(visit, "act",
                {{"title", action.at("label")},
                 {"reference", shown.at("reference")},
                 {"name", name_of(shown)},
                 {"event", event},
                 {"fields", fields},
                 {"asks_day", !has_a_date(schema)},
                 {"occurred_on", occurred_on.empty() ? to_string(visit.today()) : occurred_on},
                 {"today", to_string(visit.today())},
                 {"revision", shown.at("revision")},
                 {"key", visit.form_key()},
                 {"return_to", return_address(visit)},
                 {"is_possible", action.at("enabled")},
                 {"blocked", action.at("blocked_by")},
                 {"is_stale", trouble.is_stale},
                 {"changes", trouble.changes},
                 {"has_errors", !summary.empty() && !trouble.is_stale},
                 {"summary", summary}},
                trouble.status);
}

http::Response show(Visit& visit) {
  return act_page(visit, case_of(visit, case_id_of(visit)));
}

int typed_revision(Visit const& visit) {
  return int(std::strtol(visit.form.text("revision").c_str(), nullptr, 10));
}

Command command_of(Visit const& visit, Json const& schema) {
  Command command;
  command.event = visit.path.at("event");
  command.data = data_of(schema, visit.form);
  if (auto const day = visit.form.text("occurred_on"); !day.empty()) {
    command.occurred_on = parse_date(day);
    if (!command.occurred_on)
      command.errors.push_back({"/occurred_on", "format", "Le jour : une date est attendue"});
  }
  command.expected_revision = typed_revision(visit);
  return command;
}

// What was typed and has no form any more, because the case has left the state: shown, to be copied.
http::Response overtaken(Visit const& visit, Json const& shown, Refusal const& refusal) {
  Json typed = Json::array();
  for (auto const& [name, value] : visit.form.fields())
    if (name != "jeton" && name != "revision" && name != "cle" && name != "retour" && !value.empty())
      typed.push_back({{"label", name == "occurred_on" ? "Quel jour" : std::string(french_label_of(name))},
                       {"value", std::string(french_label_of_value(value))}});
  return render(visit, "overtaken",
                {{"title", "Le dossier a avancé"}, {"reference", shown.at("reference")}, {"typed", typed}},
                api::status_of(api::from_refusal(refusal).name));
}

// The entries after the revision that the form was made on; an entry's number is the revision it led to.
Json changes_since(Visit const& visit, Json const& shown, int revision) {
  Json later = Json::array();
  for (auto& entry : visit.all_items("/cases/" + shown.at("id").get<std::string>() + "/history"))
    if (entry.at("seq") > revision) later.push_back(std::move(entry));
  return timeline_of(visit, definition_for(visit, shown), later);
}

// What somebody else did meanwhile does not undo what was typed: the form comes again, on the case as it is
// now, with its key, which has answered nothing yet.
http::Response shown_again(Visit const& visit, std::string const& id, Refusal const& refusal) {
  auto const shown = case_of(visit, id);
  if (!find_action(shown, visit.path.at("event"))) return overtaken(visit, shown, refusal);
  auto const status = api::status_of(api::from_refusal(refusal).name);
  bool const is_stale = refusal.kind == Refusal::Kind::stale;
  Trouble trouble{refusal.errors, refusal.blocked_by, refusal.message, status, is_stale};
  if (is_stale) trouble.changes = changes_since(visit, shown, typed_revision(visit));
  return act_page(visit, shown, trouble);
}

http::Response submit(Visit& visit) {
  auto const id = case_id_of(visit);
  auto const shown = case_of(visit, id);
  auto const event = visit.path.at("event");
  Json schema = Json::object();
  for (auto const& action : shown.at("actions"))
    if (action.at("event") == event) schema = action.at("data_schema");
  auto const outcome =
      visit.house.runner.submit(visit.request(visit.form_key()), id, command_of(visit, schema));
  if (auto const* refusal = std::get_if<Refusal>(&outcome)) return shown_again(visit, id, *refusal);
  if (std::holds_alternative<KeyReused>(outcome))
    throw api::ApiProblem{api::ProblemName::key_reused,
                          "Ce formulaire a déjà été envoyé avec d’autres réponses."};
  if (std::holds_alternative<NoSuchCase>(outcome)) throw api::ApiProblem{api::ProblemName::no_such_case, ""};
  return see_other(with_confirmation(return_address(visit), event, shown.at("reference")));
}

}  // namespace

std::vector<PageRoute> act_pages() {
  std::string const address = "/dossiers/{reference}/actes/{event}";
  return {{.method = "GET", .address = address, .execute = show, .roles = case_roles()},
          {.method = "POST", .address = address, .execute = submit, .roles = case_roles()}};
}

}  // namespace jalon::pages
