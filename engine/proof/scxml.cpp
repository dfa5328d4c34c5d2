#include <algorithm>

#include "engine/proof/arrows.hpp"
#include "engine/proof/diagram.hpp"
#include "engine/proof/survey.hpp"

namespace jalon {

namespace {
std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" +
         diagram::escaped(value, {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}}) + "\"";
}

std::string condition_of(RowModel const& row) {
  std::string text;
  auto const add = [&](std::string const& name) { text += (text.empty() ? "" : " && ") + name; };
  for (auto const& condition : row.conditions)
    add((condition.negated ? "!" : "") + std::string(condition.id));
  for (auto const& guard : row.guards) add(std::string(guard.id));
  return text;
}

class ScxmlWriter {
 public:
  explicit ScxmlWriter(Definition const& definition) : definition_(definition) {}

  std::string write() {
    text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    text_ += "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\"" +
             attribute("name", definition_.id) + attribute("initial", definition_.id) + ">\n";
    text_ += "  <parallel" + attribute("id", definition_.id) + ">\n";
    write_machine(0, "    ");
    return text_ + "  </parallel>\n</scxml>\n";
  }

 private:
  std::string id_of(int state) const { return proof::place_of(definition_, state); }

  void write_machine(int machine, std::string const& indent) {
    auto const& model = definition_.machines[std::size_t(machine)];
    for (int i = 0; i < model.region_count; ++i) write_region(model.first_region + i, indent);
  }

  void write_region(int number, std::string const& indent) {
    auto const& region = definition_.regions[std::size_t(number)];
    text_ += indent + "<state" + attribute("id", "region." + region.id) +
             attribute("initial", id_of(region.initial)) + ">\n";
    for (std::size_t i = 0; i < definition_.states.size(); ++i)
      if (definition_.states[i].region == number) write_state(int(i), indent + "  ");
    text_ += indent + "</state>\n";
  }

  // A closed case may be opened again: what has rows is a <state>, final or not.
  void write_state(int number, std::string const& indent) {
    auto const& state = definition_.states[std::size_t(number)];
    bool const has_rows = std::any_of(definition_.rows.begin(), definition_.rows.end(),
                                      [&](RowModel const& row) { return row.source == number; });
    std::string const tag = state.inner >= 0 ? "parallel" : state.final && !has_rows ? "final" : "state";
    text_ += indent + "<" + tag + attribute("id", id_of(number)) + ">\n";
    if (tag != "final")
      for (auto const& row : definition_.rows)
        if (row.source == number) write_row(row, indent + "  ");
    if (state.inner >= 0) {
      write_machine(state.inner, indent + "  ");
      write_history(number, indent + "  ");
    }
    text_ += indent + "</" + tag + ">\n";
  }

  void write_row(RowModel const& row, std::string const& indent) {
    auto const& target = definition_.states[std::size_t(row.target)];
    bool const goes_back =
        target.inner >= 0 && definition_.states[std::size_t(row.source)].remembered == target.inner;
    text_ += indent + "<transition" + attribute("event", definition_.events[std::size_t(row.event)].id);
    if (auto const condition = condition_of(row); !condition.empty()) text_ += attribute("cond", condition);
    if (!row.internal)
      text_ += attribute("target", goes_back ? id_of(row.target) + ".history" : id_of(row.target));
    text_ += "/>\n";
  }

  void write_history(int number, std::string const& indent) {
    int const inner = definition_.states[std::size_t(number)].inner;
    bool const kept = std::any_of(definition_.states.begin(), definition_.states.end(),
                                  [&](StateModel const& state) { return state.remembered == inner; });
    if (!kept) return;
    std::string initials;
    for (auto const& region : definition_.regions)
      if (region.machine == inner) initials += (initials.empty() ? "" : " ") + id_of(region.initial);
    text_ += indent + "<history" + attribute("id", id_of(number) + ".history") + attribute("type", "deep") +
             "><transition" + attribute("target", initials) + "/></history>\n";
  }

  Definition const& definition_;
  std::string text_;
};
}  // namespace

std::string definition_to_scxml(Definition const& definition) {
  return ScxmlWriter(definition).write();
}

}  // namespace jalon
