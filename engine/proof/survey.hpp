// What several rules ask of a definition's shape. Reads the rows themselves, so that it also holds of a
// definition whose parts do not fit together.
#pragma once
#include <string>
#include <vector>

#include "engine/model/definition.hpp"

namespace jalon::proof {

// « journey.file_sent », « stay.contract.to_sign »; the state alone when no region reaches it.
std::string place_of(Definition const& definition, int state);

// Per state: whether rows lead there from `start`.
std::vector<char> reached_from(Definition const& definition, int start);

// Per state: whether rows lead from there to one of `ends`.
std::vector<char> leading_to(Definition const& definition, std::vector<char> const& ends);

// Whether a final state can be reached in the region: the case may end there.
bool has_final_state(Definition const& definition, int region);

// Neither hidden nor over: a state in which the case is and somebody may have something to do.
bool is_lived_in(StateModel const& state);

// Whether the two conditions can never hold together.
bool exclude_each_other(ConditionModel const& one, ConditionModel const& other);

}  // namespace jalon::proof
