// Names, labels and reasons.
#include "tests/engine/proof/seeded_fault.hpp"

namespace jalon {

using namespace kit;

namespace {
Fault const faults[] = {
    {"AStateIsNamedInCapitals", "identifier_form",
     [](Definition& d) { state(d, journey, "retained").id = "Retained"; }},
    {"AnEventIsNamedWithAHyphen", "identifier_form",
     [](Definition& d) { event(d, "depart").id = "de-part"; }},
    {"AGuardIsNamedWithABlank", "identifier_form",
     [](Definition& d) { row(d, "retained.assign_session.assigned").guards[0].id = "seat free"; }},
    {"TwoStatesOfARegionHaveOneName", "duplicate_identifier",
     [](Definition& d) { state(d, journey, "retained").id = "assigned"; }},
    {"TwoEventsHaveOneName", "duplicate_identifier",
     [](Definition& d) { event(d, "depart").id = "abandon"; }},
    {"TwoDeadlinesOfAStateHaveOneName", "duplicate_identifier",
     [](Definition& d) { deadline(d, "follow_up_check").id = "follow_up_end"; }},
    {"AStateHasNoLabel", "french_label", [](Definition& d) { state(d, journey, "retained").label = ""; }},
    {"AnEventsLabelIsItsName", "french_label", [](Definition& d) { event(d, "depart").label = "depart"; }},
    {"ADeadlineHasNoLabel", "french_label", [](Definition& d) { deadline(d, "seat").label = ""; }},
    {"AFieldHasNoFrenchLabel", "field_label",
     [](Definition& d) {
       event(d, "depart").schema = [] {
         return Json{{"properties", {{"departed_on", {{"title", "departed_on"}}}}}};
       };
     }},
    {"AFieldWithinAFieldHasNoLabel", "field_label",
     [](Definition& d) {
       event(d, "depart").schema = [] {
         return Json{
             {"properties", {{"who", {{"title", "Qui"}, {"properties", {{"age", Json::object()}}}}}}}};
       };
     }},
    {"AGuardGivesNoReason", "unreadable_reason",
     [](Definition& d) { row(d, "retained.assign_session.assigned").guards[0].reason = ""; }},
    {"AGuardsReasonIsItsName", "unreadable_reason",
     [](Definition& d) { row(d, "retained.assign_session.assigned").guards[0].reason = "seat_free"; }},
    {"AGuardsReasonEndsWithAFullStop", "unreadable_reason",
     [](Definition& d) {
       row(d, "retained.assign_session.assigned").guards[0].reason = "la session est complète.";
     }},
    {"AStatesReasonForNoDeadlineSaysNothing", "unreadable_reason",
     [](Definition& d) { state(d, journey, "under_review").no_deadline_because = "non"; }},
};
}  // namespace

INSTANTIATE_TEST_SUITE_P(Words, SeededFault, testing::ValuesIn(faults), name_of_fault);

}  // namespace jalon
