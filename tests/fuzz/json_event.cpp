// From the text of a body to an opening or an event of the workflow: JSON, then the fields, as the API reads
// them. What is read can be written, and is read again as the same.
#include "engine/json/strict_json.hpp"
#include "engine/model/case_file.hpp"
#include "engine/model/described.hpp"
#include "tests/fuzz/door.hpp"
#include "workflows/registry.hpp"

namespace {

using namespace jalon;

constexpr Date today{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{2}};

template <class T>
void read_again(Json const& json) {
  FieldErrors errors, again;
  auto const value = read_described<T>(json, "", errors);
  if (!errors.empty()) return;
  fuzz::must(
      write_described(read_described<T>(write_described(value), "", again)) == write_described(value) &&
          again.empty(),
      "what is read can be written and read");
}

void read_opening(Json const& json) {
  FieldErrors errors;
  if (json.contains("person")) {
    read_again<Person>(json["person"]);
    check_person(read_described<Person>(json["person"], "/person", errors), today, "/person", errors);
  }
  if (json.contains("notification")) {
    read_again<Notification>(json["notification"]);
    check_notification(read_described<Notification>(json["notification"], "/notification", errors), today,
                       "/notification", errors);
  }
}

void read_event(Json const& json) {
  static Definition const definition = preorientation_definition();
  auto const name = json.find("event");
  if (name == json.end() || !name->is_string()) return;
  int const number = definition.find_event(name->get<std::string>());
  if (number < 0) return;
  FieldErrors errors;
  definition.events[std::size_t(number)].parse(json.value("data", Json::object()), errors);
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  auto const text = fuzz::text_of(bytes, size);
  try {
    auto const json = parse_json(text);
    fuzz::must(parse_json(json.dump()) == json, "what is dumped is read back the same");
    if (!json.is_object()) return 0;
    read_opening(json);
    read_event(json);
  } catch (MalformedJson const& malformed) {
    fuzz::must(malformed.offset() <= size, "a refusal points into the text");
  }
  return 0;
}
