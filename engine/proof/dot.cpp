#include "engine/proof/arrows.hpp"
#include "engine/proof/diagram.hpp"

namespace jalon {

namespace {
std::string in_quotes(std::string_view text) {
  return "\"" + diagram::escaped(text, {{"\\", "\\\\"}, {"\"", "\\\""}, {"\n", "\\n"}}) + "\"";
}

std::string joined(std::vector<std::string> const& lines) {
  std::string text;
  for (auto const& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

class DotWriter {
 public:
  explicit DotWriter(Definition const& definition) : definition_(definition) {}

  std::string write() {
    text_ = "digraph " + std::string(definition_.id) + " {\n";
    text_ += "  label=" + in_quotes(definition_.label) + ";\n";
    text_ += "  graph [fontname=\"sans-serif\"]; edge [fontname=\"sans-serif\", fontsize=10];\n";
    text_ += "  node [fontname=\"sans-serif\", shape=box, style=rounded];\n";
    write_machine(0, "  ");
    for (std::size_t machine = 0; machine < definition_.machines.size(); ++machine)
      for (auto const& arrow : diagram::arrows_of(definition_, int(machine))) write_arrow(arrow);
    return text_ + "}\n";
  }

 private:
  void write_machine(int machine, std::string const& indent) {
    auto const& model = definition_.machines[std::size_t(machine)];
    for (int i = 0; i < model.region_count; ++i) write_region(model.first_region + i, indent);
  }

  void write_region(int number, std::string const& indent) {
    auto const& region = definition_.regions[std::size_t(number)];
    text_ += indent + "subgraph cluster_" + diagram::node_of_region(region) + " {\n";
    text_ += indent + "  label=" + in_quotes(region.label) + ";\n";
    for (std::size_t i = 0; i < definition_.states.size(); ++i)
      if (definition_.states[i].region == number) write_state(int(i), indent + "  ");
    text_ += indent + "}\n";
  }

  void write_state(int number, std::string const& indent) {
    auto const& state = definition_.states[std::size_t(number)];
    std::string look;
    if (state.hidden) look = ", shape=point";
    if (state.final) look = ", peripheries=2";
    if (state.interrupting) look = ", style=\"rounded,dashed\"";
    text_ +=
        indent + diagram::node_of(definition_, number) + " [label=" + in_quotes(state.label) + look + "];\n";
    if (state.inner < 0) return;
    text_ += indent + "subgraph cluster_inside_" + diagram::node_of(definition_, number) + " {\n";
    text_ += indent + "  label=" + in_quotes(state.label) + "; style=dashed;\n";
    write_machine(state.inner, indent + "  ");
    text_ += indent + "}\n";
  }

  void write_arrow(diagram::Arrow const& arrow) {
    text_ += "  " + diagram::node_of(definition_, arrow.source) + " -> " +
             diagram::node_of(definition_, arrow.target) + " [label=" + in_quotes(joined(arrow.labels)) +
             "];\n";
  }

  Definition const& definition_;
  std::string text_;
};
}  // namespace

std::string definition_to_dot(Definition const& definition) {
  return DotWriter(definition).write();
}

}  // namespace jalon
