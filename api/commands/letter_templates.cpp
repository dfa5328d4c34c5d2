// The texts of letters, as an establishment edits them.
#include <iostream>

#include "api/commands/files.hpp"
#include "api/commands/letter_verbs.hpp"
#include "api/commands/with_program.hpp"

namespace jalon::commands {

namespace {

struct TemplateOptions {
  std::string name, file, out;
  bool plain = false;
};

ShippedTemplate require_shipped(Program& program, std::string const& name) {
  auto shipped = program.press.shipped(name);
  if (!shipped) throw CommandFailed("Aucun modèle ne s'appelle « " + name + " » : « jalon template list ».");
  return std::move(*shipped);
}

// The newest own version of that name; null: none.
Json newest(Json const& versions, std::string const& name) {
  for (auto const& version : versions)
    if (version.at("name") == name) return version;
  return nullptr;
}
bool has_text(Json const& version) {
  return !version.is_null() && !version.at("text").is_null();
}

void list_templates(CommonOptions const& common) {
  with_program(common, [&](Program& program) {
    auto const own = program.letters.own_templates(program.establishment(common), std::nullopt);
    Json list = Json::array();
    for (auto const& name : program.press.names()) {
      auto const version = newest(own, name);
      auto const in_force = has_text(version) ? std::to_string(version.at("version").get<int>())
                                              : program.press.shipped(name)->version;
      list.push_back({{"name", name}, {"version", in_force}, {"own", has_text(version)}});
      if (!common.json) std::cout << name << "  " << in_force << "\n";
    }
    if (common.json) std::cout << list.dump() << "\n";
  });
}

std::string text_in_force(Program& program, std::string const& establishment, std::string const& name) {
  auto const own = newest(program.letters.own_templates(establishment, name), name);
  return has_text(own) ? own.at("text").get<std::string>() : require_shipped(program, name).text;
}

void show_template(CommonOptions const& common, std::string const& name) {
  with_program(common, [&](Program& program) {
    auto const shipped = require_shipped(program, name);
    auto const own = program.letters.own_templates(program.establishment(common), name);
    if (common.json)
      std::cout << Json{{"name", name}, {"shipped", shipped.text}, {"versions", own}}.dump() << "\n";
    else
      std::cout << text_in_force(program, program.establishment(common), name);
  });
}

// The text of a file that may take a template's place.
std::string read_sound(Press const& press, std::string const& file) {
  auto text = read_file(file);
  std::string wrong;
  for (auto const& fault : press.faults(text))
    wrong += "\n  ligne " + std::to_string(fault.line) + " : " + fault.reason;
  if (!wrong.empty()) throw CommandFailed(file + " ne convient pas :" + wrong);
  return text;
}

void set_template(CommonOptions const& common, TemplateOptions const& options) {
  with_program(common, [&](Program& program) {
    require_shipped(program, options.name);
    auto const text = read_sound(program.press, options.file);
    auto const version =
        program.letters.set_template(program.establishment(common), options.name, text, "console");
    std::cout << options.name << " : version " << version << " enregistrée.\n";
    for (auto const& remark : program.press.remarks(text)) std::cout << "  remarque : " << remark << "\n";
  });
}

void print_sample(CommonOptions const& common, TemplateOptions const& options) {
  with_program(common, [&](Program& program) {
    require_shipped(program, options.name);
    auto const text = options.file.empty()
                          ? text_in_force(program, program.establishment(common), options.name)
                          : read_sound(program.press, options.file);
    auto const sample = program.press.sample(options.name, OwnTemplate{0, text}, options.plain);
    write_file(options.out, program.printer.print({sample.html}, ""));
    std::cout << options.name << " : épreuve dans " << options.out << "\n";
  });
}

void reset_template(CommonOptions const& common, std::string const& name) {
  with_program(common, [&](Program& program) {
    auto const shipped = require_shipped(program, name);
    program.letters.set_template(program.establishment(common), name, std::nullopt, "console");
    std::cout << name << " : le texte fourni est repris (" << shipped.version << ").\n";
  });
}

}  // namespace

void add_templates(CLI::App& app, CommonOptions const& common) {
  auto* group = app.add_subcommand("template", "Les modèles des courriers et courriels")
                    ->require_subcommand(1)
                    ->fallthrough();
  auto options = std::make_shared<TemplateOptions>();
  add_verb(*group, "list", "Les modèles et leur version", [&common] { list_templates(common); });
  auto* show = add_verb(*group, "show", "Le texte en vigueur (--json : toutes ses versions)",
                        [&common, options] { show_template(common, options->name); });
  auto* set = add_verb(*group, "set", "Remplace un texte ; un texte qui ne convient pas est refusé",
                       [&common, options] { set_template(common, *options); });
  set->add_option("--file", options->file, "Fichier du nouveau texte")->required();
  auto* reset = add_verb(*group, "reset", "Revient au texte fourni avec Jalon",
                         [&common, options] { reset_template(common, options->name); });
  auto* sample = add_verb(*group, "sample", "Une épreuve en PDF, pour une personne inventée",
                          [&common, options] { print_sample(common, *options); });
  sample->add_option("--out", options->out, "Fichier .pdf à écrire")->required();
  sample->add_option("--file", options->file,
                     "Un texte pas encore enregistré (sans lui : le texte en vigueur)");
  sample->add_flag("--plain", options->plain, "En langage simple");
  for (auto* verb : {show, set, reset, sample})
    verb->add_option("NAME", options->name, "Nom du modèle, par exemple reminder")->required();
}

}  // namespace jalon::commands
