#include "api/commands/options.hpp"

#include <array>
#include <cstdlib>
#include <fstream>

namespace jalon::commands {

CLI::App* add_verb(CLI::App& parent, std::string const& name, std::string const& description,
                   std::function<void()> run) {
  auto* verb = parent.add_subcommand(name, description);
  verb->fallthrough();
  verb->final_callback(std::move(run));
  return verb;
}

void add_public_url(CLI::App& verb, std::string& public_url) {
  auto const is_address = [](std::string const& url) {
    bool const is_web = url.starts_with("http://") || url.starts_with("https://");
    bool const is_whole = url.find_first_of(" ?#") == std::string::npos && !url.ends_with('/');
    return is_web && is_whole ? "" : "une adresse https://… sans barre à la fin est attendue";
  };
  verb.add_option("--public-url", public_url,
                  "Adresse à laquelle on atteint Jalon : agendas et courriels y renvoient")
      ->check(CLI::Validator(is_address, "https://…"))
      ->envname("JALON_PUBLIC_URL");
}

void require_public_url(std::string const& public_url) {
  if (public_url.empty())
    throw CommandFailed(
        "Les courriels renvoient à Jalon : donnez son adresse par --public-url ou JALON_PUBLIC_URL.");
}

void read_secret_files() {
  static constexpr std::array secrets{"JALON_DATABASE", "JALON_SMTP_PASSWORD", "JALON_SDO_CLIENT_SECRET",
                                      "JALON_OIDC_CLIENT_SECRET", "JALON_SEALING_KEY"};
  for (std::string const name : secrets) {
    char const* path = std::getenv((name + "_FILE").c_str());
    if (!path) continue;
    std::ifstream file(path);
    std::string secret;
    if (!std::getline(file, secret)) throw CommandFailed(name + "_FILE : ce fichier ne se lit pas.");
    setenv(name.c_str(), secret.c_str(), 1);
  }
}

}  // namespace jalon::commands
