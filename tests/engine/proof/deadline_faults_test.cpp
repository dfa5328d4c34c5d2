// Deadlines that are missing, contradict their state, or do what they must not.
#include "tests/engine/proof/seeded_fault.hpp"

namespace jalon {

using namespace kit;

namespace {
Fault const faults[] = {
    {"AWaitingStateHasNoDeadline", "no_deadline",
     [](Definition& d) { state(d, journey, "file_sent").deadlines.clear(); }},
    {"AStateDoesNotSayWhyItHasNoDeadline", "no_deadline",
     [](Definition& d) { state(d, journey, "under_review").no_deadline_because = ""; }},
    {"AClosedCaseHasADeadline", "contradictory_deadline",
     [](Definition& d) { state(d, journey, "closed_completed").deadlines = {0}; }},
    {"AHiddenStateHasADeadline", "contradictory_deadline",
     [](Definition& d) { state(d, journey, "journey_begin").deadlines = {0}; }},
    {"ADeadlineStandsBesideTheReasonForNone", "contradictory_deadline",
     [](Definition& d) { state(d, journey, "retained").no_deadline_because = "rien n'est attendu"; }},
    {"AnAdministratorOwnsADeadline", "deadline_owner",
     [](Definition& d) { deadline(d, "file_return").owner = Role::administrator; }},
    {"AnOutsiderOwnsADeadline", "deadline_owner",
     [](Definition& d) { deadline(d, "seat").owner = Role::mdph_partner; }},
    {"ADeadlineAsksNothingOfAnybody", "deadline_effect",
     [](Definition& d) { deadline(d, "contract").task_kind = nullptr; }},
    {"ADeadlineHasNoDate", "deadline_effect", [](Definition& d) { deadline(d, "contract").date = nullptr; }},
    {"ADeadlineHasNoRule", "deadline_effect", [](Definition& d) { deadline(d, "contract").rule.clear(); }},
    {"ADeadlineRunsInTwoRegions", "deadline_in_two_regions",
     [](Definition& d) { state(d, "life", "open").deadlines = {deadline_number(d, "file_return")}; }},
    {"ADeadlineDecidesWithoutSayingSo", "automatic_passing",
     [](Definition& d) { deadline(d, "follow_up_end").automatic = false; }},
    {"ADeadlineDecidesInAStateWithoutIt", "automatic_passing",
     [](Definition& d) {
       add_row_like(d, "follow_up.follow_up_end.closed_completed",
                    [&](RowModel& row) { row.source = state_number(d, journey, "file_sent"); });
     }},
    {"AnAutomaticDeadlineMovesNothing", "automatic_passing",
     [](Definition& d) { deadline(d, "file_return").automatic = true; }},
    {"ARowRestartsADeadlineOfAnotherState", "restart_elsewhere",
     [](Definition& d) {
       row(d, "first_contact_sent.send_reminder.same").restarts[0].deadline = deadline_number(d, "seat");
     }},
};
}  // namespace

INSTANTIATE_TEST_SUITE_P(Deadlines, SeededFault, testing::ValuesIn(faults), name_of_fault);

}  // namespace jalon
