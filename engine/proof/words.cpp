#include <algorithm>
#include <set>

#include "engine/proof/rules.hpp"
#include "engine/proof/survey.hpp"

namespace jalon::proof {

namespace {
bool is_snake_case(std::string_view id) {
  if (id.empty() || id.front() < 'a' || id.front() > 'z' || id.back() == '_') return false;
  return id.find("__") == id.npos && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == id.npos;
}

bool is_snake_case_path(std::string_view id) {
  auto const dot = id.find('.');
  if (dot == id.npos) return is_snake_case(id);
  return is_snake_case(id.substr(0, dot)) && is_snake_case_path(id.substr(dot + 1));
}

// A phrase of at least two words, without a final full stop: it stands in the middle of a page's sentence.
bool is_readable(std::string_view phrase) {
  return phrase.find(' ') != phrase.npos && phrase.front() != ' ' && phrase.back() != ' ' &&
         phrase.back() != '.';
}

void check_form(std::string_view id, std::string const& where, Findings& findings) {
  if (!is_snake_case_path(id))
    findings.push_back({"identifier_form", Severity::error, where,
                        "l'identifiant « " + std::string(id) + " » n'est pas en minuscules_et_soulignés",
                        "écrivez-le comme file_sent"});
}

void check_label(std::string_view id, std::string_view label, std::string const& where, Findings& findings) {
  if (label.empty() || label == id || label.find('_') != label.npos)
    findings.push_back({"french_label", Severity::error, where,
                        "« " + std::string(id) + " » n'a pas de libellé français",
                        "donnez-lui le libellé que l'équipe lira"});
}

void check_reason(std::string_view reason, std::string const& where, Findings& findings) {
  if (!is_readable(reason))
    findings.push_back({"unreadable_reason", Severity::error, where,
                        "la raison « " + std::string(reason) + " » n'est pas une phrase",
                        "dites ce qui manque, en plusieurs mots et sans point final"});
}

// Every named thing of a definition: what kind, its identifier, its label.
template <class Visit>
void each_named(Definition const& definition, Visit visit) {
  visit("workflow", std::string(definition.id), definition.id, definition.label);
  for (auto const& machine : definition.machines)
    visit("machine", std::string(machine.id), machine.id, machine.label);
  for (auto const& region : definition.regions) visit("region", region.id, region.id, region.label);
  for (std::size_t i = 0; i < definition.states.size(); ++i)
    visit("state", place_of(definition, int(i)), definition.states[i].id, definition.states[i].label);
  for (auto const& event : definition.events) visit("event", std::string(event.id), event.id, event.label);
  for (auto const& deadline : definition.deadlines)
    visit("deadline", std::string(deadline.id), deadline.id, deadline.label);
}

void check_titles(Json const& schema, std::string const& where, std::set<std::string>& missing) {
  if (schema.contains("items")) check_titles(schema["items"], where, missing);
  if (!schema.contains("properties")) return;
  for (auto const& [name, property] : schema["properties"].items()) {
    auto const title = property.value("title", "");
    if (title.empty() || title == name) missing.insert(where + "." + name);
    check_titles(property, where + "." + name, missing);
  }
}
}  // namespace

void identifiers_are_well_formed(Definition const& definition, Findings& findings) {
  each_named(definition, [&](char const*, std::string const& where, std::string_view id, std::string_view) {
    check_form(id, where, findings);
  });
  for (auto const& row : definition.rows) {
    for (auto const& guard : row.guards) check_form(guard.id, row.id, findings);
    for (auto const& condition : row.conditions) check_form(condition.id, row.id, findings);
  }
}

// A state's name is its region's own; a deadline's may stand in several states with another rule each.
void identifiers_are_unique(Definition const& definition, Findings& findings) {
  std::set<std::string> seen;
  each_named(definition,
             [&](std::string const& kind, std::string const& where, std::string_view, std::string_view) {
               if (kind == "deadline" || seen.insert(kind + " " + where).second) return;
               findings.push_back({"duplicate_identifier", Severity::error, where,
                                   "ce nom est donné deux fois", "donnez deux noms différents"});
             });
  for (auto const& state : definition.states)
    for (std::size_t i = 0; i < state.deadlines.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (definition.deadlines[std::size_t(state.deadlines[i])].id ==
            definition.deadlines[std::size_t(state.deadlines[j])].id)
          findings.push_back({"duplicate_identifier", Severity::error, std::string(state.id),
                              "deux échéances de cet état ont le même nom", "donnez deux noms différents"});
}

void labels_are_french(Definition const& definition, Findings& findings) {
  each_named(definition, [&](char const*, std::string const& where, std::string_view id,
                             std::string_view label) { check_label(id, label, where, findings); });
}

void fields_have_labels(Definition const& definition, Findings& findings) {
  for (auto const& event : definition.events) {
    std::set<std::string> missing;
    if (event.schema) check_titles(event.schema(), std::string(event.id), missing);
    for (auto const& where : missing)
      findings.push_back({"field_label", Severity::error, where, "ce champ n'a pas de libellé français",
                          "ajoutez-le à engine/model/field_labels.cpp"});
  }
}

void reasons_can_be_read(Definition const& definition, Findings& findings) {
  for (auto const& row : definition.rows) {
    for (auto const& guard : row.guards) check_reason(guard.reason, row.id, findings);
    if (!row.tells_nobody_because.empty()) check_reason(row.tells_nobody_because, row.id, findings);
  }
  for (std::size_t i = 0; i < definition.states.size(); ++i) {
    auto const& state = definition.states[i];
    for (auto const reason : {state.no_deadline_because, state.tells_nobody_because})
      if (!reason.empty()) check_reason(reason, place_of(definition, int(i)), findings);
  }
}

}  // namespace jalon::proof
