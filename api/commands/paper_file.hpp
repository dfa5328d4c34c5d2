// A paper of the house written to a file.
#pragma once
#include <iostream>

#include "api/commands/files.hpp"
#include "api/commands/with_program.hpp"

namespace jalon::commands {

// Whoever has a terminal of the house administers it: the figures, without the reasons that are for the
// medical and social team.
constexpr RoleSet console_roles{Role::admin_assistant};

inline std::string paper_page(Program& program, std::string const& establishment,
                              std::string const& template_name, Json const& content) {
  auto const making = program.letters.paper(establishment, template_name, content);
  return program.press.render(template_name, making.data, making.own).html;
}

inline void require_ending(std::string const& path, std::initializer_list<char const*> endings) {
  std::string expected;
  for (auto const* ending : endings) {
    if (path.ends_with(ending)) return;
    expected += (expected.empty() ? "" : " ou ") + std::string(ending);
  }
  throw CommandFailed("--out attend un fichier " + expected + ".");
}

// Says what was written, as the verb was asked to.
inline void write_paper(CommonOptions const& common, std::string const& path, std::string const& content) {
  write_file(path, content);
  if (common.json)
    std::cout << Json{{"file", path}}.dump() << "\n";
  else
    std::cout << "Écrit dans " << path << "\n";
}

}  // namespace jalon::commands
