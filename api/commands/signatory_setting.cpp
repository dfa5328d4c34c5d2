// Who signs which kind of letter.
#include <algorithm>
#include <iostream>

#include "api/commands/administration.hpp"
#include "api/commands/keep_setting.hpp"
#include "api/commands/with_program.hpp"
#include "api/endpoints/signatories.hpp"

namespace jalon::commands {

namespace {

struct SignatoryOptions {
  std::string letter, name, title;
  bool none = false;
};

void require_signed(Press const& press, std::string const& letter) {
  auto const known = api::signed_templates(press);
  if (std::find(known.begin(), known.end(), letter) != known.end()) return;
  std::string names;
  for (auto const& name : known) names += (names.empty() ? "" : ", ") + name;
  throw CommandFailed("« " + letter + " » n'est pas un courrier signé. Le sont : " + names + ".");
}

void set_signatory(CommonOptions const& common, SignatoryOptions const& options) {
  if (options.none != options.name.empty()) throw CLI::RequiredError("--name ou --none,");
  with_program(common, [&](Program& program) {
    require_signed(program.press, options.letter);
    Json signatories = program.registers.setting(program.establishment(common), "signatories");
    if (!signatories.is_object()) signatories = Json::object();
    signatories.erase(options.letter);
    if (!options.none) signatories[options.letter] = {{"name", options.name}};
    if (!options.title.empty()) signatories[options.letter]["title"] = options.title;
    keep_setting(program, common, "signatories", signatories);
    if (common.json)
      std::cout << signatories.dump() << "\n";
    else
      std::cout << options.letter << " : "
                << (options.none ? "signé par la personne de l'en-tête" : "signé par " + options.name)
                << ".\n";
  });
}

}  // namespace

void add_signatory_setting(CLI::App& group, CommonOptions const& common) {
  auto options = std::make_shared<SignatoryOptions>();
  auto* verb =
      add_verb(group, "signatory", "Qui signe une sorte de courrier (sinon : la personne de l'en-tête)",
               [&common, options] { set_signatory(common, *options); });
  verb->add_option("LETTER", options->letter, "Nom du modèle, par exemple stay_contract")->required();
  auto* none = verb->add_flag("--none", options->none, "Revient à la personne de l'en-tête");
  verb->add_option("--name", options->name, "Qui signe")->excludes(none);
  verb->add_option("--title", options->title, "Sa fonction")->excludes(none);
}

}  // namespace jalon::commands
