#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/calendar/closure.hpp"

namespace jalon {

/// A line that is no closure, and why.
struct ClosureLineError {
  int line = 0;        ///< counted from 1
  std::string reason;  ///< in French

  friend bool operator==(ClosureLineError const&, ClosureLineError const&) = default;
};

/// Either every closure of the text, or every error in it and no closure.
struct ClosureReading {
  std::vector<Closure> closures;
  std::vector<ClosureLineError> errors;
};

/// Reads an establishment's closures, one a line: `2026-08-01;2026-08-23;Congés d'été`, first and
/// last day included. The separator is `;` or `,`; the reason may contain either and may be absent.
/// Empty lines and lines that begin with `#` are skipped; a byte order mark and CRLF are accepted.
/// The text must be UTF-8. Used by `jalon calendar due --closures FILE`, which reads the file.
ClosureReading read_closures(std::string_view text);

}  // namespace jalon
