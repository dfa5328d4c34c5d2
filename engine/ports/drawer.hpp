// Makes a picture of a graph.
#pragma once
#include <stdexcept>
#include <string>

namespace jalon {

class Drawer {
 public:
  virtual ~Drawer() = default;
  // Graphviz' text as one <svg> element, to stand inside a page. Throws DrawingFailed.
  virtual std::string draw(std::string const& dot) const = 0;
};

// A French sentence for who asked.
struct DrawingFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace jalon
