#include "engine/policy/policy_check.hpp"

#include <algorithm>

namespace jalon {

namespace {

using Models = std::vector<DeadlineModel const*>;

Models models_of(std::vector<Definition> const& definitions, std::string_view id) {
  Models models;
  for (auto const& definition : definitions)
    for (auto const& model : definition.deadlines)
      if (model.id == id) models.push_back(&model);
  return models;
}

std::optional<Period> reminder_period(std::vector<Definition> const& definitions, std::string_view id) {
  for (auto const& definition : definitions)
    for (auto const& row : definition.rows)
      for (auto const& restart : row.restarts)
        if (definition.deadlines[std::size_t(restart.deadline)].id == id) return restart.period;
  return std::nullopt;
}

std::string why_not(DeadlineModel const& model) {
  if (model.automatic)
    return "elle finit le parcours d'elle-même : sa durée est celle du projet, pas un réglage";
  if (model.training_weeks) return "elle suit les semaines de formation de la session";
  if (model.fixed) return "une session ou une commission en fixe le jour";
  return "le parcours la fixe lui-même, à partir d'autres dates";
}

// From one day to two years.
bool is_sensible(Period period) {
  constexpr int most[] = {731, 24, 104};
  int const size = std::abs(period.count);
  return size >= 1 && size <= most[std::size_t(period.unit)];
}

void check_period(std::optional<Period> const& period, bool backward, std::string const& pointer,
                  FieldErrors& errors) {
  if (!period) return;
  if (is_backward(*period) != backward)
    errors.push_back({pointer, "value",
                      backward ? "cette échéance se compte avant une date : -P21D par exemple"
                               : "cette échéance se compte après une date : P15D par exemple"});
  else if (!is_sensible(*period))
    errors.push_back({pointer, "range", "de un jour à deux ans"});
}

void check_term(std::string const& id, TermOverride const& term, std::vector<Definition> const& definitions,
                FieldErrors& errors) {
  std::string const pointer = "/deadlines/" + id;
  auto const models = models_of(definitions, id);
  if (models.empty()) return errors.push_back({pointer, "unknown_field", "cette échéance n'existe pas"});
  auto const settable =
      std::find_if(models.begin(), models.end(), [](auto const* model) { return model->period.has_value(); });
  if (settable == models.end())
    return errors.push_back(
        {pointer, "fixed",
         "« " + std::string(models.front()->label) + " » ne se règle pas : " + why_not(*models.front())});
  check_period(term.period, is_backward(*(*settable)->period), pointer + "/period", errors);
  if (term.after_reminder && !reminder_period(definitions, id))
    return errors.push_back(
        {pointer + "/after_reminder", "fixed", "aucune relance ne fait recommencer ce délai"});
  check_period(term.after_reminder, false, pointer + "/after_reminder", errors);
}

void check_documents(Policy const& policy, std::vector<Definition> const& definitions, FieldErrors& errors) {
  if (!policy.required_documents) return;
  for (auto const& document : *policy.required_documents) {
    bool const known = std::any_of(definitions.begin(), definitions.end(), [&](Definition const& definition) {
      auto const& all = definition.documents.known;
      return std::any_of(all.begin(), all.end(), [&](auto const& each) { return each.first == document; });
    });
    if (!known)
      errors.push_back(
          {"/required_documents", "value", "« " + document + " » n'est pas une pièce du dossier"});
  }
}

void check_letters(Policy const& policy, std::vector<Definition> const& definitions, FieldErrors& errors) {
  for (auto const& letter : policy.optional_letters) {
    auto const known = optional_letters(definitions);
    if (std::none_of(known.begin(), known.end(), [&](auto const& each) { return each.first == letter; }))
      errors.push_back({"/optional_letters", "value", "« " + letter + " » n'est pas un courrier facultatif"});
  }
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

}  // namespace

FieldErrors check_policy(Policy const& policy, std::vector<Definition> const& definitions) {
  FieldErrors errors;
  for (auto const& [id, term] : policy.deadlines) check_term(id, term, definitions, errors);
  check_documents(policy, definitions, errors);
  check_letters(policy, definitions, errors);
  return errors;
}

std::vector<std::pair<std::string_view, std::string_view>> optional_letters(
    std::vector<Definition> const& definitions) {
  std::vector<std::pair<std::string_view, std::string_view>> all;
  for (auto const& definition : definitions)
    for (auto const& letter : definition.optional_letters) {
      std::pair const named{letter.template_name, letter.label};
      if (std::find(all.begin(), all.end(), named) == all.end()) all.push_back(named);
    }
  return all;
}

std::vector<SettableDeadline> settable_deadlines(std::vector<Definition> const& definitions) {
  std::vector<SettableDeadline> all;
  for (auto const& definition : definitions)
    for (auto const& model : definition.deadlines) {
      if (!model.period) continue;
      auto found =
          std::find_if(all.begin(), all.end(), [&](auto const& each) { return each.id == model.id; });
      if (found == all.end()) found = all.insert(all.end(), {model.id, model.label, {}, {}, {}});
      add_once(found->periods, to_string(*model.period));
      add_once(found->rolls, std::string(to_string(model.roll)));
      if (auto const period = reminder_period(definitions, model.id))
        found->after_reminder = to_string(*period);
    }
  return all;
}

}  // namespace jalon
