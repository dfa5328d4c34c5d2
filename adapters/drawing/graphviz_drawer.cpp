#include "adapters/drawing/graphviz_drawer.hpp"

#include <system_error>

namespace jalon::drawing {

std::string GraphvizDrawer::draw(std::string const& dot) const {
  constexpr char const* needs_graphviz = "Le dessin demande Graphviz : apt-get install graphviz.";
  try {
    auto const end = process::run_limited({"/usr/bin/dot", "-Tsvg"}, dot, limits_);
    auto const begin =
        end.output.find("<svg");  // before it: a declaration, and a document type fetched elsewhere
    if (end.how != process::RunEnd::How::finished || begin == std::string::npos)
      throw DrawingFailed(needs_graphviz);
    return end.output.substr(begin);
  } catch (std::system_error const&) {
    throw DrawingFailed(needs_graphviz);
  }
}

}  // namespace jalon::drawing
