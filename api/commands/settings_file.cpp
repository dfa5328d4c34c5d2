#include "api/commands/settings_file.hpp"

#include <cstdlib>
#include <memory>

namespace jalon::commands {

namespace {

class SettingsFile : public CLI::ConfigTOML {
 public:
  explicit SettingsFile(CLI::App& app) : app_(app) {}

  std::vector<CLI::ConfigItem> from_config(std::istream& file) const override {
    auto settings = CLI::ConfigTOML::from_config(file);
    std::erase_if(settings, [this](CLI::ConfigItem const& item) { return is_in_environment(item); });
    return settings;
  }

 private:
  bool is_in_environment(CLI::ConfigItem const& item) const {
    CLI::App const* verb = &app_;
    for (auto const& parent : item.parents) {
      auto const found =
          verb->get_subcommands([&](CLI::App const* each) { return each->check_name(parent); });
      if (found.empty()) return false;
      verb = found.front();
    }
    auto const* option = verb->get_option_no_throw("--" + item.name);
    if (!option || option->get_envname().empty()) return false;
    char const* value = std::getenv(option->get_envname().c_str());
    return value && *value != '\0';
  }

  CLI::App const& app_;
};

}  // namespace

void read_settings_file(CLI::App& app) {
  char const* named = std::getenv("JALON_CONFIG");  // read before the library looks at the environment
  bool const is_named = named && *named != '\0';
  app.set_config("--config", is_named ? named : "", "Fichier TOML de réglages (variable : JALON_CONFIG)",
                 is_named);
  app.allow_config_extras(CLI::config_extras_mode::error);
  app.config_formatter(std::make_shared<SettingsFile>(app));
}

}  // namespace jalon::commands
