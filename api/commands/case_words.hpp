// What is said of the cases of a batch: of one by words on the command line, of many by a file.
#pragma once
#include <string>
#include <vector>

#include "api/commands/desk.hpp"

namespace jalon::commands {

struct CaseWords {
  std::string case_name, file;
  std::vector<std::string> fields;  // « outcome=retained »
};

// --case with FIELD=VALUE…, or --file; the help names the fields of `schema` and their codes.
void add_case_words(CLI::App& verb, CaseWords& words, Json const& schema);

// --key: by it the same batch sent again is known.
void add_key(CLI::App& verb, std::string& key);

// Wrong usage unless cases are named one way or the other.
void require_case_words(CaseWords const& words);

struct CaseItems {
  // [{"case", …}]: cases by their identifiers, values by the types of the schema. A value that is not of its
  // type stays a text, and an unknown field stays: the API says what is wrong with it.
  Json items;
  std::vector<std::string> unknown;  // cases that are not there, as they were named
};

// Throws CommandFailed when the file cannot be read or no case of it is there.
CaseItems read_case_words(Desk& desk, CaseWords const& words, Json const& schema);

// Of an event's data, as its definition gives it.
Json schema_of_event(std::string const& event);

}  // namespace jalon::commands
