// A plain interpreter of the reflected table: what a machine does, in forty lines and without Boost.MSM. The
// differential test holds the two against each other.
#pragma once
#include "engine/kernel/kernel.hpp"
#include "engine/model/definition.hpp"

namespace jalon::kit {

class Interpreter final : public Kernel {
 public:
  void step(Turn& turn, Places& places) const override;
};

}  // namespace jalon::kit
