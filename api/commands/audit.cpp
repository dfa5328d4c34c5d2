// The chain of hashes: its head, to be kept elsewhere. Who verifies it uses another program (adapters/audit).
#include "api/commands/audit.hpp"

#include <iostream>

#include "adapters/postgres/audit.hpp"
#include "api/commands/with_program.hpp"

namespace jalon::commands {

namespace {

void print_head(Json const& head) {
  std::cout << head.at("establishment").get<std::string>() << "  bloc " << head.at("number") << "  "
            << head.at("at").get<std::string>() << "  " << head.at("hash").get<std::string>();
  if (head.at("waiting") > 0) std::cout << "  (" << head.at("waiting") << " ligne(s) pas encore scellée(s))";
  std::cout << "\n";
}

void print_heads(CommonOptions const& common) {
  with_program(common, [&](Program& program) {
    auto const heads = postgres::PostgresAudit(program.background).heads();
    if (common.json) return void(std::cout << heads.dump() << "\n");
    for (auto const& head : heads) print_head(head);
    if (heads.empty())
      std::cout << "Rien n'est encore scellé : « jalon audit seal », ou un serveur, le fait.\n";
  });
}

void seal(CommonOptions const& common) {
  with_program(common, [&](Program& program) {
    auto const rows = postgres::PostgresAudit(program.background).seal_all();
    std::cout << (common.json ? Json{{"sealed", rows}}.dump() : std::to_string(rows) + " ligne(s) scellée(s)")
              << "\n";
  });
}

}  // namespace

void add_audit(CLI::App& app, CommonOptions const& common) {
  auto* group = app.add_subcommand("audit", "La chaîne d'empreintes ; adapters/audit/verify.py la vérifie")
                    ->require_subcommand(1)
                    ->fallthrough();
  add_verb(*group, "head", "La dernière empreinte de chaque établissement, à garder ailleurs",
           [&common] { print_heads(common); });
  add_verb(*group, "seal", "Scelle tout de suite ce qui ne l'est pas encore", [&common] { seal(common); });
}

}  // namespace jalon::commands
