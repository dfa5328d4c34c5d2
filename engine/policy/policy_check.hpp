// Whether a policy fits the workflows: which deadlines an establishment may set, how far, and why not others.
#pragma once
#include "engine/model/definition.hpp"

namespace jalon {

// Pointers below the policy itself: « /deadlines/follow_up_end ». Messages are French.
FieldErrors check_policy(Policy const& policy, std::vector<Definition> const& definitions);

// The letters that leave only where they are wanted: template, and in French when it leaves.
std::vector<std::pair<std::string_view, std::string_view>> optional_letters(
    std::vector<Definition> const& definitions);

// A deadline as an establishment sees it in its policy.
struct SettableDeadline {
  std::string_view id, label;
  std::vector<std::string> periods, rolls;  // the table's; several where states count it otherwise
  std::string after_reminder;               // empty: no reminder begins it anew
};
std::vector<SettableDeadline> settable_deadlines(std::vector<Definition> const& definitions);

}  // namespace jalon
