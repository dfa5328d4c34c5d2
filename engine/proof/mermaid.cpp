#include "engine/proof/arrows.hpp"
#include "engine/proof/diagram.hpp"

namespace jalon {

namespace {
std::string plain(std::string_view text) {
  return diagram::escaped(text, {{"\"", "#quot;"}, {";", "#59;"}, {":", "#58;"}, {"\n", " "}});
}

class MermaidWriter {
 public:
  explicit MermaidWriter(Definition const& definition) : definition_(definition) {}

  std::string write() {
    text_ = "stateDiagram-v2\n";
    write_machine(0, "  ");
    return text_;
  }

 private:
  void write_machine(int machine, std::string const& indent) {
    auto const& model = definition_.machines[std::size_t(machine)];
    for (int i = 0; i < model.region_count; ++i) write_region(model.first_region + i, indent);
  }

  void write_region(int number, std::string const& indent) {
    auto const& region = definition_.regions[std::size_t(number)];
    text_ += indent + "state \"" + plain(region.label) + "\" as " + diagram::node_of_region(region) + " {\n";
    for (std::size_t i = 0; i < definition_.states.size(); ++i)
      if (definition_.states[i].region == number) write_state(int(i), indent + "  ");
    text_ += indent + "  [*] --> " + diagram::node_of(definition_, region.initial) + "\n";
    for (auto const& arrow : diagram::arrows_of(definition_, region.machine))
      if (definition_.states[std::size_t(arrow.source)].region == number) write_arrow(arrow, indent + "  ");
    for (std::size_t i = 0; i < definition_.states.size(); ++i)
      if (definition_.states[i].region == number && definition_.states[i].final)
        text_ += indent + "  " + diagram::node_of(definition_, int(i)) + " --> [*]\n";
    text_ += indent + "}\n";
  }

  void write_state(int number, std::string const& indent) {
    auto const& state = definition_.states[std::size_t(number)];
    text_ +=
        indent + "state \"" + plain(state.label) + "\" as " + diagram::node_of(definition_, number) + "\n";
    if (state.inner < 0) return;
    text_ += indent + "state " + diagram::node_of(definition_, number) + " {\n";
    write_machine(state.inner, indent + "  ");
    text_ += indent + "}\n";
  }

  void write_arrow(diagram::Arrow const& arrow, std::string const& indent) {
    std::string label;
    for (auto const& each : arrow.labels) label += (label.empty() ? "" : " / ") + each;
    text_ += indent + diagram::node_of(definition_, arrow.source) + " --> " +
             diagram::node_of(definition_, arrow.target) + " : " + plain(label) + "\n";
  }

  Definition const& definition_;
  std::string text_;
};
}  // namespace

std::string definition_to_mermaid(Definition const& definition) {
  return MermaidWriter(definition).write();
}

}  // namespace jalon
