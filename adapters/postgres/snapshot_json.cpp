#include "adapters/postgres/snapshot_json.hpp"

#include <stdexcept>

#include "engine/model/transmission_codes.hpp"

namespace jalon::postgres {
namespace {

Role read_role(Json const& json, char const* name) {
  auto const role = parse_role(json.at(name).get_ref<std::string const&>());
  if (!role) throw std::runtime_error(std::string("a stored role is unknown: ") + name);
  return *role;
}

template <class T>
T read_stored(Json const& json, char const* name) {
  FieldErrors errors;
  T value = read_described<T>(json.at(name), std::string("/") + name, errors);
  if (!errors.empty())
    throw std::runtime_error("a stored value cannot be read: " + errors.front().pointer + " (" +
                             errors.front().code + ")");
  return value;
}

QueuedTransmission read_queued(Json const& json) {
  auto const& code = json.at("code").get_ref<std::string const&>();
  return {json.at("id"), code, transmission_label(code)};
}

DeadlineRecord read_deadline(Json const& json) {
  return {json.at("id"),
          json.at("region"),
          json.at("state"),
          json.at("number"),
          {read_date(json, "raw"), read_date(json, "due"), json.at("derivation")},
          read_role(json, "owner"),
          json.at("passed"),
          json.at("frozen"),
          read_optional_date(json, "restarted_on"),
          json.value("days_moved", 0)};
}

// Lists that hold nothing come as null.
template <class Item, class Read>
void read_list(Json const& json, char const* name, std::vector<Item>& list, Read const& read) {
  auto const found = json.find(name);
  if (found == json.end() || found->is_null()) return;
  list.reserve(found->size());
  for (auto const& item : *found) list.push_back(read(item));
}

}  // namespace

TaskRecord read_task(Json const& json) {
  return {json.at("id"),
          json.at("kind"),
          json.at("label"),
          json.at("source"),
          read_role(json, "role"),
          read_optional_date(json, "due"),
          json.at("repeats_monthly")};
}

std::optional<Date> read_optional_date(Json const& json, char const* name) {
  auto const found = json.find(name);
  if (found == json.end() || found->is_null()) return std::nullopt;
  auto const date = parse_date(found->get_ref<std::string const&>());
  if (!date) throw std::runtime_error(std::string("a stored date cannot be read: ") + name);
  return date;
}

Date read_date(Json const& json, char const* name) {
  return read_optional_date(json, name).value();
}

Instant instant_of_us(std::int64_t microseconds) {
  return Instant(std::chrono::microseconds(microseconds));
}

Snapshot read_after(Json const& json) {
  Snapshot snapshot;
  for (auto const& [region, state] : json.at("places").items()) snapshot.places[region] = state;
  for (auto const& [region, unused] : json.at("entered").items())
    snapshot.entered[region] = read_date(json.at("entered"), region.c_str());
  snapshot.notification = read_stored<Notification>(json, "notification");
  snapshot.data = json.at("data");
  snapshot.weeks_lost = json.at("weeks_lost");
  read_list(json, "deadlines", snapshot.deadlines, read_deadline);
  return snapshot;
}

Snapshot read_snapshot(Json const& json) {
  Snapshot snapshot = read_after(json);
  snapshot.id = json.at("id");
  snapshot.reference = json.at("reference");
  snapshot.workflow = json.at("workflow");
  snapshot.definition_version = json.at("definition_version");
  snapshot.revision = json.at("revision");
  snapshot.person = read_stored<Person>(json, "person");
  read_list(json, "tasks", snapshot.tasks, read_task);
  read_list(json, "queued", snapshot.queued, read_queued);
  return snapshot;
}

}  // namespace jalon::postgres
