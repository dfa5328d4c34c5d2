// Rows and events: who may, in which order, beside which others.
#include "tests/engine/proof/seeded_fault.hpp"

namespace jalon {

using namespace kit;

namespace {
Fault const faults[] = {
    {"ARowHasNoRole", "event_without_role",
     [](Definition& d) { row(d, "completeness_check.check_file.waiting_committee").roles = {}; }},
    {"AnEventHasNoRole", "event_without_role", [](Definition& d) { event(d, "depart").roles = {}; }},
    {"AnAdministratorDecides", "event_without_role",
     [](Definition& d) { row(d, "under_review.decide.retained").roles = {Role::administrator}; }},
    {"TimeItselfHasARole", "event_without_role",
     [](Definition& d) { row(d, "follow_up.follow_up_end.closed_completed").roles = {Role::coordinator}; }},
    {"AnEventHasNoRow", "event_without_row", [](Definition& d) { remove_rows_of(d, "schedule_interview"); }},
    {"NoEventOpensACase", "opening_event", [](Definition& d) { event(d, "open_case").opening = false; }},
    {"TwoEventsOpenACase", "opening_event", [](Definition& d) { event(d, "reopen").opening = true; }},
    {"AnOpenCaseIsOpenedAgain", "opening_event",
     [](Definition& d) {
       add_row_like(d, "journey_begin.open_case.notified_paper",
                    [&](RowModel& row) { row.source = state_number(d, journey, "file_sent"); });
     }},
    {"ARowLosesItsCondition", "undeclared_order",
     [](Definition& d) { row(d, "under_review.decide.retained").conditions.clear(); }},
    {"TwoRowsHaveTheSameCondition", "undeclared_order",
     [](Definition& d) {
       row(d, "first_contact_sent.receive_documents.same").conditions[0].negated = false;
     }},
    {"ConditionsAreOfNoFamily", "undeclared_order",
     [](Definition& d) { row(d, "under_review.decide.closed_not_retained").conditions[0].family = ""; }},
    {"ARowStandsTwice", "undeclared_order",
     [](Definition& d) { add_row_like(d, "admitted.transfer.closed_transferred", [](RowModel&) {}); }},
    {"TheOtherRowIsNotOtherwise", "undeclared_order",
     [](Definition& d) { row(d, "completeness_check.check_file.incomplete_admin_help").otherwise = false; }},
    {"OtherwiseFollowsARowThatIsNeverRefused", "undeclared_order",
     [](Definition& d) { row(d, "completeness_check.check_file.waiting_committee").guards.clear(); }},
    {"ARowAccompaniesNothing", "alongside_alone",
     [](Definition& d) { remove_row(d, "convoked.record_entry.stay"); }},
    {"AnAccompanyingRowHasAGuard", "silent_guard",
     [](Definition& d) {
       row(d, "report_begin.record_entry.not_due").guards = row(d, "convoked.record_entry.stay").guards;
     }},
    {"ATerminalStateHasARow", "row_from_terminal",
     [](Definition& d) { state(d, journey, "closed_renounced").terminal = true; }},
    {"AnInterruptionNeverEnds", "endless_interruption",
     [](Definition& d) { remove_row(d, "suspended.resume_case.open"); }},
};
}  // namespace

INSTANTIATE_TEST_SUITE_P(Rows, SeededFault, testing::ValuesIn(faults), name_of_fault);

}  // namespace jalon
