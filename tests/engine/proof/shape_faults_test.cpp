// Where rows lead: states nobody reaches or leaves, regions, composites, history.
#include "tests/engine/proof/seeded_fault.hpp"

namespace jalon {

using namespace kit;

namespace {
Fault const faults[] = {
    {"NothingLeadsToTheReview", "unreachable_state", [](Definition& d) { remove_rows_of(d, "open_review"); }},
    {"NothingLeadsToARequestedRecord", "unreachable_state",
     [](Definition& d) { remove_row(d, "unknown.search_via_trajectoire.requested"); }},
    {"NothingLeadsIntoTheStay", "unreachable_state",
     [](Definition& d) {
       remove_rows(d, [&](RowModel const& row) { return d.states[std::size_t(row.target)].inner >= 0; });
     }},
    {"AStateIsATrap", "no_way_to_final",
     [](Definition& d) { remove_rows_from(d, journey, "postponed_health"); }},
    {"NoStateIsFinal", "no_way_to_final",
     [](Definition& d) {
       for (auto& each : d.states) each.final = false;
     }},
    {"NobodyCanAnswerADeadline", "dead_end", [](Definition& d) { remove_rows_of(d, "sign_contract"); }},
    {"ARowLeadsIntoAnotherRegion", "row_crosses_regions",
     [](Definition& d) {
       add_row_like(d, "unknown.search_via_trajectoire.linked",
                    [&](RowModel& row) { row.target = state_number(d, journey, "file_sent"); });
     }},
    {"ARowLeadsIntoAComposite", "row_crosses_regions",
     [](Definition& d) {
       row(d, "convoked.record_entry.stay").target = state_number(d, "stay.contract", "to_sign");
     }},
    {"ACompositeStandsTwice", "composite_used_twice",
     [](Definition& d) { state(d, journey, "retained").inner = state(d, journey, "stay").inner; }},
    {"ACompositeStandsNowhere", "composite_used_twice",
     [](Definition& d) { state(d, journey, "stay").inner = -1; }},
    {"AStateRemembersWhereItNeverCameFrom", "history",
     [](Definition& d) { state(d, journey, "retained").remembered = 1; }},
    {"ThereIsNoWayBackToWhatIsRemembered", "history",
     [](Definition& d) { remove_row(d, "suspended_health.resume.stay"); }},
    {"ARememberingStateIsReachedFromElsewhere", "history",
     [](Definition& d) {
       add_row_like(d, "convoked.postpone_for_health.postponed_health",
                    [&](RowModel& row) { row.target = state_number(d, journey, "suspended_health"); });
     }},
};
}  // namespace

INSTANTIATE_TEST_SUITE_P(Shape, SeededFault, testing::ValuesIn(faults), name_of_fault);

}  // namespace jalon
