#include "api/commands/french.hpp"

#include <regex>
#include <utility>
#include <vector>

namespace jalon::commands {

namespace {

using Wordings = std::vector<std::pair<std::regex, char const*>>;

std::string reworded(std::string text, Wordings const& wordings) {
  for (auto const& [english, french] : wordings) text = std::regex_replace(text, english, french);
  return text;
}

class FrenchFormatter : public CLI::Formatter {
 public:
  FrenchFormatter() {
    label("Usage", "Emploi");
    label("OPTIONS", "OPTIONS");
    label("SUBCOMMAND", "VERBE");
    label("SUBCOMMANDS", "VERBES");
    label("Positionals", "Arguments");
    label("REQUIRED", "(obligatoire)");
    label("Env", "variable");
  }

  std::string make_option_opts(CLI::Option const* option) const override {
    static Wordings const wordings{
        {std::regex(R"(\b(UINT|INT|TEXT):)"), ""}, {std::regex(R"(\bINT in \[)"), "ENTIER ["},
        {std::regex(R"(\bU?INT\b)"), "ENTIER"},    {std::regex(R"(\bTEXT\b)"), "TEXTE"},
        {std::regex(R"(\bNeeds:)"), "avec"},       {std::regex(R"(\bExcludes:)"), "sans"}};
    return reworded(CLI::Formatter::make_option_opts(option), wordings);
  }

  std::string make_subcommands(CLI::App const* app, CLI::AppFormatMode mode) const override {
    static Wordings const wordings{{std::regex("\nSubcommands:"), "\nVerbes:"}};
    return reworded(CLI::Formatter::make_subcommands(app, mode), wordings);
  }
};

}  // namespace

void speak_french(CLI::App& app) {
  app.set_help_flag("-h,--help", "Montre cette aide");
  app.formatter(std::make_shared<FrenchFormatter>());
}

std::string field_in_words(std::string const& pointer) {
  static std::regex const wrapping("^/(data/|value/|clocks/)?"), step("/");
  return std::regex_replace(std::regex_replace(pointer, wrapping, ""), step, ", ");
}

std::string french_message(CLI::ParseError const& error) {
  static Wordings const wordings{
      {std::regex("^A subcommand is required$"), "un verbe est attendu"},
      {std::regex(" is required$"), " est obligatoire"},
      {std::regex("^The following arguments? (was|were) not expected: "), "argument inattendu : "},
      {std::regex(": \\d+ required .* missing$"), " attend une valeur"},
      {std::regex(": At least (\\d+) required but received (\\d+)$"), " attend au moins $1 valeur(s)"},
      {std::regex(": At Most (\\d+) required but received (\\d+)$"), " attend au plus $1 valeur(s)"},
      {std::regex("^Expected (exactly|at least) (\\d+) arguments to (\\S+), got \\d+$"),
       "$3 attend $2 valeur(s)"},
      {std::regex(": Value (.*) not in range (.*) to (.*)$"), " : « $1 » n'est pas entre $2 et $3"},
      {std::regex(": Value (.*) could not be converted$"), " : « $1 » n'a pas la forme attendue"},
      {std::regex(": (.*) not in (\\{.*\\})$"), " : « $1 » n'est pas parmi $2"},
      {std::regex("^Could not convert: (.*) = (.*)$"), "$1 : « $2 » n'a pas la forme attendue"},
      {std::regex("^(.*) was not readable \\(missing\\?\\)$"), "le fichier de réglages « $1 » ne se lit pas"},
      {std::regex("^INI was not able to parse (.*)$"), "réglage inconnu dans le fichier : $1"},
      {std::regex(": This option is not allowed in a configuration file$"),
       " ne se règle pas dans un fichier"},
      {std::regex(": too many inputs for a flag$"), " ne prend pas de valeur"},
      {std::regex(" excludes "), " ne va pas avec "},
      {std::regex(" requires "), " ne va pas sans "},
      {std::regex(": Should be true/false or a number$"), " : true ou false est attendu"}};
  return reworded(error.what(), wordings) +
         "\n« jalon --help » et « jalon VERBE --help » expliquent l'emploi.";
}

}  // namespace jalon::commands
