// What an establishment sets beside a released table: other periods and rolls for deadlines the table lets it
// set, the documents it asks for, the usual size of a session, the letters it sends beside those of the
// table. What it leaves out is as the table says.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "engine/calendar/period.hpp"
#include "engine/calendar/roll.hpp"

namespace jalon {

// How a deadline is counted here. `after_reminder` is the period a reminder begins anew.
struct TermOverride {
  std::optional<Period> period;
  std::optional<Roll> roll;
  std::optional<Period> after_reminder;
  bool operator==(TermOverride const&) const = default;
};

struct Policy {
  std::map<std::string, TermOverride, std::less<>> deadlines;  // by the deadline's name
  std::optional<std::set<std::string, std::less<>>> required_documents;
  std::optional<int> group_size;                        // the capacity of a session opened without one
  std::set<std::string, std::less<>> optional_letters;  // by template
  bool operator==(Policy const&) const = default;

  // What was set for that deadline; nothing set, nothing in it.
  TermOverride term(std::string_view deadline) const {
    auto const found = deadlines.find(deadline);
    return found == deadlines.end() ? TermOverride{} : found->second;
  }
  bool sends(std::string_view letter) const { return optional_letters.contains(letter); }
  bool requires_document(std::string_view document) const {
    return !required_documents || required_documents->contains(document);
  }
};

}  // namespace jalon
