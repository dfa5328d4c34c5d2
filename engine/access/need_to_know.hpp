// Need to know (pathway A.21, rules R1 to R3; CSP L1110-4): which facts of a case not everybody who sees it
// may read. An event's or a case's other facts are for all who see the case.
//
// What was withheld is not there at all: a reader cannot tell it from what was never recorded.
#pragma once
#include <set>
#include <string>

#include "engine/model/definition.hpp"

namespace jalon {

// Health notes: doctor, clinical psychologist, social worker (R1). Conclusions and urgencies: those who
// decide on them, too. Why a person leaves: those and the référent. What the team writes about a person: the
// team, not the MDPH.
RoleSet readers_of(FactClass fact);

// Takes out of a case's data, or of an entry's (with its event), what these roles may not read.
void withhold(Json& data, std::string_view event, Definition const& definition, RoleSet roles);

// Of the tasks of a case or of many: one that is about a fact has its field's name for its kind, and is for
// those who may read that fact.
void withhold_tasks(Json& tasks, Definition const& definition, RoleSet roles);
// The same of the effects of an entry.
void withhold_effects(Json& effects, Definition const& definition, RoleSet roles);

// The facts that stand in it and are not for the whole team: whoever is shown them is entered in the register
// of readings.
std::set<std::string> facts_in(Json const& data, std::string_view event, Definition const& definition);

}  // namespace jalon
