// Letters to print, as one PDF in a file.
#include <fstream>
#include <iostream>

#include "api/commands/files.hpp"
#include "api/commands/letter_verbs.hpp"
#include "api/commands/with_program.hpp"
#include "api/endpoints/all_items.hpp"

namespace jalon::commands {

namespace {

struct LetterOptions {
  std::string file;
  std::vector<std::string> messages;
};

// Those that are ready and not posted, in the order in which they were wanted.
std::vector<std::string> letters_to_post(Program& program, std::string const& establishment) {
  auto const messages = api::all_items([&](PageRequest const& request) {
    return program.registers.messages({establishment, std::nullopt}, std::nullopt, request);
  });
  std::vector<std::string> ids;
  for (auto const& item : messages)
    if (item.at("kind") == "letter" && item.at("status") == "prepared") ids.push_back(item.at("id"));
  return ids;
}

std::vector<std::string> pages_of(Json const& letters, std::size_t asked) {
  std::vector<std::string> pages;
  for (auto const& letter : letters)
    if (letter.at("html").is_string()) pages.push_back(letter.at("html"));
  if (pages.size() != asked)
    throw CommandFailed("Un de ces courriers n'existe pas ou n'est pas encore prêt.");
  return pages;
}

void print_letters(CommonOptions const& common, LetterOptions const& options) {
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    auto const ids = options.messages.empty() ? letters_to_post(program, establishment) : options.messages;
    if (ids.empty()) throw CommandFailed("Aucun courrier n'est à imprimer.");
    auto const pages =
        pages_of(program.letters.read({establishment, std::nullopt}, ids, "console"), ids.size());
    auto const title = pages.size() == 1 ? "" : std::to_string(pages.size()) + " courriers";
    write_file(options.file, program.printer.print(pages, title));
    if (common.json)
      std::cout << Json{{"file", options.file}, {"messages", ids}}.dump() << "\n";
    else
      std::cout << ids.size() << " courrier(s) dans " << options.file << "\n";
  });
}

}  // namespace

void add_letters(CLI::App& app, CommonOptions const& common) {
  auto options = std::make_shared<LetterOptions>();
  auto* verb = add_verb(app, "letters", "Les courriers à imprimer, en un PDF",
                        [&common, options] { print_letters(common, *options); });
  verb->add_option("--out", options->file, "Fichier .pdf à écrire")->required();
  verb->add_option("MESSAGE", options->messages,
                   "Identifiants, dans l'ordre voulu (sans eux : tous ceux qui restent à poster)");
}

}  // namespace jalon::commands
