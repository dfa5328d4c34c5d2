#pragma once

#include <chrono>
#include <semaphore>

#include "adapters/process/limited_run.hpp"
#include "engine/ports/printer.hpp"

namespace jalon::letters {

// PDFs by WeasyPrint (Debian's package), in a process of its own for each, with little memory and time and no
// network. A4, tagged for screen readers (PDF/UA), with title, language and headings. Two at a time at most:
// who comes third waits, as long as one PDF may take. May be used from several threads.
class WeasyPrinter : public Printer {
 public:
  explicit WeasyPrinter(process::RunLimits limits = {std::chrono::seconds(60), std::size_t(1) << 30,
                                                     std::size_t(64) << 20})
      : limits_(limits) {}

  std::string print(std::vector<std::string> const& pages, std::string const& title) const override;

 private:
  process::RunLimits limits_;
  mutable std::counting_semaphore<2> free_{2};
};

}  // namespace jalon::letters
