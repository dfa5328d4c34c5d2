#include "api/commands/case_results.hpp"

#include <algorithm>
#include <iostream>

#include "api/commands/desk.hpp"
#include "workflows/registry.hpp"

namespace jalon::commands {

namespace {

// « En commission », of the region every workflow tells a case's journey in.
std::string where_it_stands(Json const& result) {
  if (!result.contains("states")) return "";
  auto const state = result.at("states").value("journey", "");
  for (auto const& definition : all_workflows()) {
    int const region = definition.find_region("journey");
    int const found = region < 0 ? -1 : definition.find_state(region, state);
    if (found >= 0) return std::string(definition.states[std::size_t(found)].label);
  }
  return state;
}

void print_result(Json const& result) {
  std::cout << result.value("reference", result.at("case").get<std::string>());
  if (result.at("done")) {
    auto const stands = where_it_stands(result);
    std::cout << "  fait" << (stands.empty() ? "" : " : " + stands) << "\n";
  } else {
    auto const stands = where_it_stands(result);
    std::cout << "  refusé : " << refusal_in_words(result.at("problem"))
              << (stands.empty() ? "" : " (le dossier : " + stands + ")") << "\n";
  }
}

}  // namespace

void print_results(CommonOptions const& common, Json const& answer, std::vector<std::string> const& unknown) {
  auto items = answer.at("items");
  for (auto const& name : unknown)
    items.push_back({{"case", name},
                     {"done", false},
                     {"problem", {{"name", "not_found"}, {"title", "Aucun dossier n'a cette référence."}}}});
  if (common.json)
    std::cout << items.dump() << "\n";
  else
    for (auto const& result : items) print_result(result);
  auto const refused = std::count_if(items.begin(), items.end(),
                                     [](Json const& item) { return !item.at("done").get<bool>(); });
  if (refused > 0)
    throw CommandFailed(std::to_string(refused) + " dossier(s) sur " + std::to_string(items.size()) +
                        " : refusé.");
}

}  // namespace jalon::commands
