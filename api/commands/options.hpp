// What every verb may be told: defaults < TOML file < JALON_* environment < flags.
#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <stdexcept>
#include <string>

namespace jalon::commands {

struct CommonOptions {
  std::string database;       // a PostgreSQL connection string; empty: the private cluster of data_dir
  std::string data_dir;       // empty: the default folder
  std::string establishment;  // a code; empty: the only one
  bool json = false;
};

// A verb that could not do what was asked: its message is French and says what to do. Exit code 1.
struct CommandFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Registers a verb: its options, and what to do once everything is read.
CLI::App* add_verb(CLI::App& parent, std::string const& name, std::string const& description,
                   std::function<void()> run);

// Where people reach the server: calendar feeds are addressed by it.
void add_public_url(CLI::App& verb, std::string& public_url);
// Of a verb that writes to people: without it their links would lead nowhere. Throws CommandFailed.
void require_public_url(std::string const& public_url);

// NAME_FILE names a file that holds NAME: secrets need not stand in the environment.
void read_secret_files();

}  // namespace jalon::commands
