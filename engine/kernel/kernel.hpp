// What runs a turn: the machine that moves every region by one event. Boost.MSM stands behind it
// (msm_kernel.hpp); the tests hold a plain interpreter of the same definition against it.
#pragma once
#include "engine/model/turn.hpp"

namespace jalon {

class Kernel {
 public:
  virtual ~Kernel() = default;
  // Puts the machine where `places` says, lets it process the turn's event (rows the turn admitted, in the
  // order of the table), and writes back where it then stands. An exception of an action comes out as it is.
  virtual void step(Turn& turn, Places& places) const = 0;
};

}  // namespace jalon
