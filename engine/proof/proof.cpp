#include "engine/proof/proof.hpp"

#include "engine/proof/rules.hpp"

namespace jalon {

namespace {
using Rule = void (*)(Definition const&, Findings&);
constexpr Rule rules[] = {
    proof::identifiers_are_well_formed,
    proof::identifiers_are_unique,
    proof::labels_are_french,
    proof::fields_have_labels,
    proof::reasons_can_be_read,
    proof::composites_stand_once,
    proof::rows_stay_in_their_region,
    proof::every_state_is_reachable,
    proof::every_state_leads_to_an_end,
    proof::no_state_is_a_dead_end,
    proof::history_is_consistent,
    proof::interruptions_end,
    proof::terminal_states_have_no_rows,
    proof::waiting_states_have_deadlines,
    proof::resting_states_have_none,
    proof::deadlines_have_owners,
    proof::deadlines_have_effects,
    proof::deadlines_keep_to_a_region,
    proof::only_automatic_deadlines_move,
    proof::restarts_have_a_deadline,
    proof::events_have_roles,
    proof::events_have_rows,
    proof::one_event_opens,
    proof::rows_have_an_order,
    proof::alongside_rows_have_a_primary,
    proof::guards_are_not_silent,
    proof::the_person_may_always_leave,
    proof::every_exit_tells_the_mdph,
};
}  // namespace

Findings prove(Definition const& definition, ProofContext const& context) {
  Findings findings;
  for (auto const rule : rules) rule(definition, findings);
  proof::templates_are_known(definition, context, findings);
  return findings;
}

std::string to_string(Finding const& finding) {
  return std::string(finding.severity == Severity::error ? "error" : "warning") + " " +
         std::string(finding.rule) + " " + finding.where + " : " + finding.message + " → " + finding.advice;
}

}  // namespace jalon
