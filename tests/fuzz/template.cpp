// A letter's text as an establishment writes it: judged, and where it passes, written with the sample's data.
// A text that passes can be written, and holds no tag afterwards that nobody closed.
#include "adapters/letters/press.hpp"
#include "tests/fuzz/door.hpp"

int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  using namespace jalon;
  static letters::Press const press;
  std::string const text(fuzz::text_of(bytes, size));
  for (auto const& fault : press.faults(text)) fuzz::must(fault.line >= 1, "a fault has its line");
  if (!press.faults(text).empty()) return 0;
  press.remarks(text);
  auto const message = press.sample("reminder", OwnTemplate{1, text}, false);
  fuzz::must(message.subject.find('\n') == std::string::npos, "a subject is one line");
  fuzz::must(
      message.html.find("<script>canari") == std::string::npos || text.find("<script>canari") != text.npos,
      "what comes from data is escaped");
  return 0;
}
