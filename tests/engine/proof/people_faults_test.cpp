// What people are owed: a way out, word to the MDPH, letters that can be written.
#include "tests/engine/proof/seeded_fault.hpp"

namespace jalon {

using namespace kit;

namespace {
Fault const faults[] = {
    {"ThePersonCannotRenounce", "person_cannot_leave",
     [](Definition& d) { remove_row(d, "file_sent.renounce.closed_renounced"); }},
    {"RenouncingIsGuarded", "person_cannot_leave",
     [](Definition& d) {
       row(d, "file_sent.renounce.closed_renounced").guards = row(d, "convoked.record_entry.stay").guards;
     }},
    {"WhoeverHasEnteredCannotLeave", "person_cannot_leave",
     [](Definition& d) { remove_row(d, "retained.abandon.follow_up_early"); }},
    {"LeavingTheStayNeedsASynthesis", "person_cannot_leave",
     [](Definition& d) { remove_row(d, "stay.abandon.follow_up_early"); }},
    {"NoEventIsALeavingOne", "person_cannot_leave",
     [](Definition& d) {
       for (auto& each : d.events) each.leaving = false;
     }},
    {"AnExitNoLongerTransmits", "silent_exit",
     [](Definition& d) { row(d, "file_sent.renounce.closed_renounced").actions.clear(); }},
    {"AnExitDoesNotSayWhyItIsSilent", "silent_exit",
     [](Definition& d) { state(d, journey, "closed_duplicate").tells_nobody_because = ""; }},
    {"ARowIntoAnExitDoesNotSayWhyItIsSilent", "silent_exit",
     [](Definition& d) {
       row(d, "follow_up_early.follow_up_end.closed_transferred").tells_nobody_because = "";
     }},
    {"AMessageToThePersonIsNotOneToTheMdph", "silent_exit",
     [](Definition& d) { state(d, journey, "closed_invalid").tells_nobody_because = ""; }},
    {"ATemplateIsUnknown", "unknown_template",
     [](Definition& d) {
       row(d, "notified_digital.send_first_contact.first_contact_sent").actions[0].message_template =
           "first_contcat";
     }},
};
}  // namespace

INSTANTIATE_TEST_SUITE_P(People, SeededFault, testing::ValuesIn(faults), name_of_fault);

}  // namespace jalon
