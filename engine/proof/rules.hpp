// The rules of the proof, one function each: it appends what it finds. Which of them a finding comes from
// stands in `Finding::rule`, named at each declaration.
#pragma once
#include "engine/proof/proof.hpp"

namespace jalon::proof {

// ---- reach.cpp
void every_state_is_reachable(Definition const& definition, Findings& findings);  // unreachable_state
// Of a region that holds final states: the case's own end. At least one region does.
void every_state_leads_to_an_end(Definition const& definition, Findings& findings);  // no_way_to_final
// The other regions end with the case, so resting in a state of theirs is no fault, unless something is due
// there that no row of that state can ever answer.
void no_state_is_a_dead_end(Definition const& definition, Findings& findings);  // dead_end

// ---- deadlines.cpp
void waiting_states_have_deadlines(Definition const& definition, Findings& findings);  // no_deadline
void resting_states_have_none(Definition const& definition, Findings& findings);    // contradictory_deadline
void deadlines_have_owners(Definition const& definition, Findings& findings);       // deadline_owner
void deadlines_have_effects(Definition const& definition, Findings& findings);      // deadline_effect
void deadlines_keep_to_a_region(Definition const& definition, Findings& findings);  // deadline_in_two_regions
// A deadline never decides against a person: the engine moves a case only where a deadline says so itself.
void only_automatic_deadlines_move(Definition const& definition, Findings& findings);  // automatic_passing
void restarts_have_a_deadline(Definition const& definition, Findings& findings);       // restart_elsewhere

// ---- rows.cpp
void events_have_roles(Definition const& definition, Findings& findings);  // event_without_role
void events_have_rows(Definition const& definition, Findings& findings);   // event_without_row
void one_event_opens(Definition const& definition, Findings& findings);    // opening_event
// Two rows of one state and event are ordered when a condition tells them apart (C beside Not<C>, or two of a
// family) or the later one is `Otherwise` to a guarded one.
void rows_have_an_order(Definition const& definition, Findings& findings);             // undeclared_order
void alongside_rows_have_a_primary(Definition const& definition, Findings& findings);  // alongside_alone
void guards_are_not_silent(Definition const& definition, Findings& findings);          // silent_guard
void terminal_states_have_no_rows(Definition const& definition, Findings& findings);   // row_from_terminal
void interruptions_end(Definition const& definition, Findings& findings);              // endless_interruption

// ---- regions.cpp
void rows_stay_in_their_region(Definition const& definition, Findings& findings);  // row_crosses_regions
void composites_stand_once(Definition const& definition, Findings& findings);      // composite_used_twice
void history_is_consistent(Definition const& definition, Findings& findings);      // history

// ---- people.cpp
// In every state of a region that holds final states, hidden and final ones and those a departure leads to
// apart, rows of leaving events without guards cover every case: one without conditions, or C beside Not<C>.
void the_person_may_always_leave(Definition const& definition, Findings& findings);  // person_cannot_leave
void every_exit_tells_the_mdph(Definition const& definition, Findings& findings);    // silent_exit
void templates_are_known(Definition const& definition, ProofContext const& context,
                         Findings& findings);  // unknown_template

// ---- words.cpp
void identifiers_are_well_formed(Definition const& definition, Findings& findings);  // identifier_form
void identifiers_are_unique(Definition const& definition, Findings& findings);       // duplicate_identifier
void labels_are_french(Definition const& definition, Findings& findings);            // french_label
void fields_have_labels(Definition const& definition, Findings& findings);           // field_label
void reasons_can_be_read(Definition const& definition, Findings& findings);          // unreadable_reason

}  // namespace jalon::proof
