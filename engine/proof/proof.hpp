// The static proof of a definition (`jalon check`): what must hold of every pathway before it is released. It
// reads the reflected table only; nothing is run.
#pragma once
#include <string_view>
#include <vector>

#include "engine/model/definition.hpp"
#include "engine/proof/finding.hpp"

namespace jalon {

// What the proof cannot read from the table.
struct ProofContext {
  std::vector<std::string_view> message_templates;  // those the press can write
};

// Every finding, in the order of the rules; a definition without any is sound.
Findings prove(Definition const& definition, ProofContext const& context);

}  // namespace jalon
