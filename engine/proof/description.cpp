#include "engine/proof/description.hpp"

#include <algorithm>
#include <map>

#include "engine/json/json.hpp"
#include "engine/proof/schema_words.hpp"
#include "engine/proof/survey.hpp"

namespace jalon {

namespace {
std::string named(std::string_view id, std::string_view label) {
  return std::string(id) + " — " + std::string(label);
}

std::string joined(std::vector<std::string> const& parts, std::string const& between) {
  std::string text;
  for (auto const& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

template <class List, class Name>
std::string listed(char const* title, List const& list, Name name) {
  std::vector<std::string> names;
  for (auto const& element : list) names.push_back(name(element));
  return names.empty() ? "" : " · " + std::string(title) + " " + joined(names, ", ");
}

class Describer {
 public:
  explicit Describer(Definition const& definition) : definition_(definition) {}

  std::string describe() {
    line("", "workflow " + named(definition_.id, definition_.label));
    line("", "version " + std::to_string(definition_.version));
    for (std::size_t region = 0; region < definition_.regions.size(); ++region) describe_region(int(region));
    describe_events();
    describe_outgoing("messages", &ActionModel::message_template);
    describe_outgoing("transmissions", &ActionModel::transmission_code);
    return text_;
  }

 private:
  void line(std::string const& indent, std::string const& content) { text_ += indent + content + "\n"; }

  void describe_region(int number) {
    auto const& region = definition_.regions[std::size_t(number)];
    line("", "");
    line("", "region " + named(region.id, region.label));
    for (std::size_t i = 0; i < definition_.states.size(); ++i)
      if (definition_.states[i].region == number) describe_state(int(i));
  }

  void describe_state(int number) {
    auto const& state = definition_.states[std::size_t(number)];
    line("  ", "state " + named(state.id, state.label) + marks_of(state));
    for (int deadline : state.deadlines) describe_deadline(definition_.deadlines[std::size_t(deadline)]);
    if (!state.no_deadline_because.empty())
      line("    ", "no deadline: " + std::string(state.no_deadline_because));
    if (!state.tells_nobody_because.empty())
      line("    ", "tells nobody: " + std::string(state.tells_nobody_because));
    for (auto const& row : definition_.rows)
      if (row.source == number) describe_row(row);
  }

  std::string marks_of(StateModel const& state) const {
    std::vector<std::string> marks(state.tags.begin(), state.tags.end());
    if (state.initial) marks.emplace_back("initial");
    if (state.inner >= 0) marks.emplace_back("composite");
    if (state.remembered >= 0)
      marks.push_back("remembers " + std::string(definition_.machines[std::size_t(state.remembered)].id));
    return marks.empty() ? "" : " (" + joined(marks, ", ") + ")";
  }

  void describe_deadline(DeadlineModel const& deadline) {
    std::string text = "deadline " + named(deadline.id, deadline.label) + " · " +
                       std::string(name_of(deadline.owner)) + " · " + deadline.rule;
    if (deadline.fixed) text += " · fixed";
    if (deadline.training_weeks) text += " · in training weeks";
    if (deadline.automatic) text += " · automatic";
    line("    ", text);
  }

  void describe_row(RowModel const& row) {
    std::string text(definition_.events[std::size_t(row.event)].id);
    text += " (" + (row.roles.empty() ? "the engine" : joined(row.roles.names(), ", ")) + ") ";
    text += row.internal ? "stays" : "→ " + std::string(definition_.states[std::size_t(row.target)].id);
    text += listed("when", row.conditions, [](ConditionModel const& condition) {
      return (condition.negated ? "not " : "") + std::string(condition.id);
    });
    text += listed("if", row.guards, [](GuardModel const& guard) {
      return std::string(guard.id) + " (« " + std::string(guard.reason) + " »)";
    });
    text += listed("do", row.actions, [](ActionModel const& action) { return std::string(action.id); });
    text += listed("restarts", row.restarts, [this](RestartModel const& restart) {
      return std::string(definition_.deadlines[std::size_t(restart.deadline)].id) + " at " +
             to_string(restart.period);
    });
    if (row.otherwise) text += " · otherwise";
    if (row.alongside) text += " · alongside";
    if (row.may_precede_state) text += " · may precede the state";
    if (!row.tells_nobody_because.empty())
      text += " · tells nobody: " + std::string(row.tells_nobody_because);
    line("    ", text);
  }

  void describe_events() {
    line("", "");
    line("", "events");
    for (auto const& event : definition_.events) {
      line("  ", named(event.id, event.label) + (event.opening ? " (opens)" : "") +
                     (event.leaving ? " (the person leaves)" : "") + (event.of_engine ? " (a date)" : ""));
      for (auto const& field : proof::fields_of(event.schema())) line("    ", field);
    }
  }

  // What leaves the house, and on which rows.
  void describe_outgoing(std::string const& title, std::string_view ActionModel::*name) {
    std::map<std::string, std::vector<std::string>> rows;
    for (auto const& row : definition_.rows)
      for (auto const& action : row.actions)
        if (!(action.*name).empty()) rows[std::string(action.*name)].push_back(row.id);
    line("", "");
    line("", title);
    for (auto const& [what, ids] : rows) {
      line("  ", what);
      for (auto const& id : ids) line("    ", id);
    }
  }

  Definition const& definition_;
  std::string text_;
};
}  // namespace

std::string describe(Definition const& definition) {
  return Describer(definition).describe();
}

}  // namespace jalon
