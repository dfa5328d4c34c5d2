#pragma once

#include "adapters/process/limited_run.hpp"
#include "engine/ports/drawer.hpp"

namespace jalon::drawing {

// Pictures by Graphviz (Debian's package), in a process of its own for each, with little memory and time. May
// be used from several threads.
class GraphvizDrawer : public Drawer {
 public:
  explicit GraphvizDrawer(process::RunLimits limits = {std::chrono::seconds(20), std::size_t(1) << 30,
                                                       std::size_t(8) << 20})
      : limits_(limits) {}

  std::string draw(std::string const& dot) const override;

 private:
  process::RunLimits limits_;
};

}  // namespace jalon::drawing
