#include "api/pages/case_list_parts.hpp"

#include <algorithm>
#include <array>

#include "api/pages/case_line.hpp"
#include "api/pages/event_form.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/words.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon::pages {

namespace {

constexpr std::array documents{"administrative_sheet", "social_sheet",      "professional_sheet",
                               "remuneration_sheet",   "rqth_notification", "orientation_notification"};

std::vector<Option> sessions_of(Visit const& visit) {
  std::vector<Option> options;
  for (auto const& item : visit.house.registers.sessions(visit.caller.establishment, {200, {}}).items)
    options.push_back(
        {item.at("id"), "Entrée le " + french(parse_date(item.at("entry_on").get<std::string>()).value())});
  return options;
}

std::vector<Option> roles_to_choose() {
  std::vector<Option> options;
  for (auto const role : {Role::admin_assistant, Role::coordinator, Role::deputy_director, Role::doctor,
                          Role::clinical_psychologist, Role::social_worker, Role::work_psychologist,
                          Role::placement_counsellor, Role::trainer, Role::workshop_leader, Role::referent})
    options.push_back({std::string(name_of(role)), std::string(french_name_of(role))});
  return options;
}

std::vector<Option> documents_to_choose() {
  std::vector<Option> options;
  for (auto const* document : documents)
    options.push_back({document, std::string(french_label_of_value(document))});
  return options;
}

std::string label_among(std::vector<Option> const& options, std::string const& value) {
  for (auto const& option : options)
    if (option.value == value) return option.label;
  return value;
}

Json list_to_choose(char const* name, char const* label, std::string const& none,
                    std::vector<Option> const& options, std::string const& chosen) {
  Json list = Json::array();
  for (auto const& option : options)
    list.push_back({{"value", option.value}, {"label", option.label}, {"chosen", option.value == chosen}});
  return {{"name", name}, {"label", label}, {"none", none}, {"options", list}};
}

// In the order of the pathway; each once.
std::vector<std::string> journey_states(Visit const& visit) {
  std::vector<std::string> states;
  for (auto const& definition : visit.house.definitions)
    for (auto const& state : definition.states) {
      bool const of_journey =
          state.region >= 0 && definition.regions[std::size_t(state.region)].id == "journey";
      std::string const id(state.id);
      if (of_journey && !state.hidden && std::find(states.begin(), states.end(), id) == states.end())
        states.push_back(id);
    }
  return states;
}

// What is chosen is taken away by its own chip.
Json chip(std::string const& label, Json const& count, bool is_here, CaseFilters const& chosen,
          CaseFilters const& without) {
  return {{"label", label},
          {"count", count},
          {"here", is_here},
          {"address", (is_here ? without : chosen).address()}};
}

}  // namespace

Json state_chips(Visit const& visit, CaseFilters const& filters) {
  auto const counts = visit.house.registers.case_counts(visit.sight(), filters.filter());
  auto const plain = filters.without("state").without("closed");
  Json chips = Json::array();
  for (auto const& state : journey_states(visit))
    for (auto const& open : counts.at("open"))
      if (open.at("state") == state)
        chips.push_back(chip(label_of_state(visit.house.definitions, state), open.at("count"),
                             filters.text("state") == state, plain.with("state", state), plain));
  if (counts.at("closed") != 0)
    chips.push_back(chip("Clos", counts.at("closed"), filters.text("closed") == "true",
                         plain.with("closed", "true"), plain));
  return chips;
}

Json chosen_chips(Visit const& visit, CaseFilters const& filters) {
  Json chips = Json::array();
  auto const add = [&](char const* name, std::string const& label) {
    if (!filters.text(name).empty())
      chips.push_back({{"label", label}, {"without", filters.without(name).address()}});
  };
  add("state", label_of_state(visit.house.definitions, filters.text("state")));
  add("closed", filters.text("closed") == "true" ? "Clos" : "Ouverts");
  add("role", label_among(roles_to_choose(), filters.text("role")));
  add("overdue", filters.text("overdue") == "true" ? "En retard" : "À l’heure");
  add("mdph", "MDPH " + filters.text("mdph"));
  if (!filters.text("session").empty())
    add("session", label_among(sessions_of(visit), filters.text("session")));
  add("missing", "Manque : " + label_among(documents_to_choose(), filters.text("missing")));
  return chips;
}

Json filter_lists(Visit const& visit, CaseFilters const& filters) {
  return {list_to_choose("role", "À qui d’agir", "Tous", roles_to_choose(), filters.text("role")),
          list_to_choose("session", "Session", "Toutes", sessions_of(visit), filters.text("session")),
          list_to_choose("piece", "Pièce manquante", "Peu importe", documents_to_choose(),
                         filters.text("missing")),
          list_to_choose("tri", "Trier par", "Référence, la plus récente d’abord",
                         {{"echeance", "Échéance, la plus proche d’abord"}, {"nom", "Nom"}},
                         filters.text("order") == "due"    ? "echeance"
                         : filters.text("order") == "name" ? "nom"
                                                           : "")};
}

Json views_of(Visit const& visit) {
  Json views = Json::array();
  for (auto const& view : visit.house.registers.saved_views(visit.caller.establishment, visit.caller.login))
    views.push_back({{"name", view.at("name")},
                     {"id", view.at("id")},
                     {"address", CaseFilters(view.at("filters")).address()}});
  return views;
}

}  // namespace jalon::pages
