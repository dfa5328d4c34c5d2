// What the proof of a definition finds wrong: where, in words its author understands, and what to do.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace jalon {

// An error keeps a definition from being released; a warning is for its author to judge.
enum class Severity { error, warning };

struct Finding {
  std::string_view rule;  // stable, e.g. « unreachable_state »
  Severity severity = Severity::error;
  std::string where;    // the row (« file_sent.return_file.completeness_check »), state, event or deadline
  std::string message;  // French
  std::string advice;   // French: what to do
};
using Findings = std::vector<Finding>;

// « error unreachable_state journey.under_review : … → … », one line.
std::string to_string(Finding const& finding);

}  // namespace jalon
