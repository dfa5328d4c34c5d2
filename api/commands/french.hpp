// The command line library speaks English; people who read Jalon's help and its refusals read French.
#pragma once
#include <CLI/CLI.hpp>
#include <string>

namespace jalon::commands {

// Help in French, for `app` and every verb added to it afterwards.
void speak_french(CLI::App& app);

// Of a pointer into what was sent, the field as one types it: « /data/aim » is « aim ».
std::string field_in_words(std::string const& pointer);

// What is wrong with the words typed or with a settings file, and where help is found.
std::string french_message(CLI::ParseError const& error);

}  // namespace jalon::commands
