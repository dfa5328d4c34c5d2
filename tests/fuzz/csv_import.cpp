// A file of notifications as somebody imports it. Every accepted line has what the API wants; every line is
// accepted or refused, once.
#include <set>

#include "api/import/notification_file.hpp"
#include "tests/fuzz/door.hpp"

int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  using namespace jalon;
  constexpr Date today{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{2}};
  auto const file = read_notifications(fuzz::text_of(bytes, size), today);
  std::set<std::size_t> lines;
  for (auto const& line : file.accepted) {
    fuzz::must(lines.insert(line.line).second, "a line is accepted once");
    fuzz::must(line.person.contains("family_name") && line.person.contains("birth_date"),
               "a person has a name");
    fuzz::must(line.notification.contains("mdph"), "a notification has its department");
    line.person.dump(), line.notification.dump();  // throw where a text is no UTF-8
  }
  for (auto const& line : file.rejected) {
    fuzz::must(!line.reason.empty(), "a refusal has a reason");
    fuzz::must(line.line == 0 || lines.insert(line.line).second, "a line is accepted or refused");
  }
  return 0;
}
