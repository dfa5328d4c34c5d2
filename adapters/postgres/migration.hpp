#pragma once

namespace jalon::postgres {

/// A numbered step of the schema: `migrations/0001_clock.sql` is number 1, named `0001_clock`. Compiled in;
/// once released it is never edited.
struct Migration {
  int number;
  char const* name;
  char const* text;
};

}  // namespace jalon::postgres
