// Makes a PDF of letters that are ready.
#pragma once
#include <stdexcept>
#include <string>
#include <vector>

namespace jalon {

class Printer {
 public:
  virtual ~Printer() = default;
  // One PDF of all pages (whole HTML documents), in their order; each begins on a sheet of its own. `title`
  // is the document's; empty: the first page's own. Nothing is fetched while it is made. Throws
  // PrintingFailed.
  virtual std::string print(std::vector<std::string> const& pages, std::string const& title) const = 0;
};

// A French sentence for who asked: it names no person.
struct PrintingFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace jalon
