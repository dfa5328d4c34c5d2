// What needs no database: the definitions, their proof, their pictures.
#include "api/commands/definitions.hpp"

#include <cstdio>
#include <iostream>

#include "adapters/drawing/graphviz_drawer.hpp"
#include "adapters/letters/press.hpp"
#include "engine/json/json.hpp"
#include "engine/proof/definition_json.hpp"
#include "engine/proof/description.hpp"
#include "engine/proof/diagram.hpp"
#include "engine/proof/proof.hpp"
#include "workflows/registry.hpp"

namespace jalon::commands {

namespace {

Definition const& find_workflow(std::string const& id) {
  for (auto const& definition : all_workflows())
    if (definition.id == id) return definition;
  throw CommandFailed("Le parcours « " + id + " » n'existe pas ; `jalon workflows list` les nomme.");
}

Json to_json(Finding const& finding) {
  return {{"rule", finding.rule},
          {"severity", finding.severity == Severity::error ? "error" : "warning"},
          {"where", finding.where},
          {"message", finding.message},
          {"advice", finding.advice}};
}

void check(CommonOptions const& common, std::string const& id) {
  bool failed = false;
  auto const templates = letters::Press().names();
  for (auto const& definition : all_workflows()) {
    if (!id.empty() && definition.id != find_workflow(id).id) continue;
    auto const findings = prove(definition, {{templates.begin(), templates.end()}});
    for (auto const& finding : findings) {
      failed = failed || finding.severity == Severity::error;
      if (common.json)
        std::cout << to_json(finding).dump() << "\n";
      else
        std::cout << definition.id << " : " << to_string(finding) << "\n";
    }
    if (!common.json)
      std::cout << definition.id << " version " << definition.version << " : " << definition.states.size()
                << " états, " << definition.rows.size() << " lignes, " << findings.size() << " constat(s)\n";
  }
  if (failed) throw CommandFailed("La définition n'est pas sûre.");
}

std::string picture(Definition const& definition, std::string const& format) {
  if (format == "json") return definition_to_json(definition).dump(2) + "\n";
  if (format == "mermaid") return definition_to_mermaid(definition);
  if (format == "scxml") return definition_to_scxml(definition);
  std::string const dot = definition_to_dot(definition);
  if (format != "svg") return dot;
  try {
    return drawing::GraphvizDrawer().draw(dot);
  } catch (DrawingFailed const& failed) {
    throw CommandFailed(std::string(failed.what()) + " Ou bien --format mermaid.");
  }
}

void list_workflows(CommonOptions const& common) {
  Json list = Json::array();
  for (auto const& definition : all_workflows()) {
    list.push_back({{"id", definition.id}, {"label", definition.label}, {"version", definition.version}});
    if (!common.json)
      std::cout << definition.id << "  version " << definition.version << "  " << definition.label << "\n";
  }
  if (common.json) std::cout << list.dump() << "\n";
}

void show_workflow(CommonOptions const& common, std::string const& id) {
  auto const& definition = find_workflow(id);
  if (common.json)
    std::cout << definition_to_json(definition).dump(2) << "\n";
  else
    std::cout << describe(definition);
}

}  // namespace

void add_check(CLI::App& app, CommonOptions const& common) {
  auto id = std::make_shared<std::string>();
  auto* verb = add_verb(app, "check", "Prouve les définitions ; chaque constat nomme la ligne en cause",
                        [&common, id] { check(common, *id); });
  verb->add_option("workflow", *id, "Un seul parcours");
}

void add_workflows(CLI::App& app, CommonOptions const& common) {
  auto* group = app.add_subcommand("workflows", "Les parcours connus")->require_subcommand(1)->fallthrough();
  add_verb(*group, "list", "Les nomme", [&common] { list_workflows(common); });
  auto id = std::make_shared<std::string>();
  auto* show = add_verb(*group, "show", "Décrit un parcours", [&common, id] { show_workflow(common, *id); });
  show->add_option("id", *id, "Le parcours")->required();
  auto format = std::make_shared<std::string>("mermaid");
  auto* diagram = add_verb(*group, "diagram", "Le dessine",
                           [id, format] { std::cout << picture(find_workflow(*id), *format); });
  diagram->add_option("id", *id, "Le parcours")->required();
  diagram->add_option("--format", *format, "json, dot, mermaid, svg ou scxml")
      ->check(CLI::IsMember({"json", "dot", "mermaid", "svg", "scxml"}))
      ->capture_default_str();
}

}  // namespace jalon::commands
