// A case with its whole history and all that its entries caused, as it is stored: what `jalon verify` holds
// against the histories.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/calendar/instant.hpp"
#include "engine/model/snapshot.hpp"

namespace jalon {

struct RecordedEntry {
  int seq = 0;
  Instant at;
  Date occurred_on;
  std::string event;
  Json data = Json::object();
  Json facts = Json::object();
  Snapshot after;                             // without the person, which history does not repeat
  std::map<std::string, std::string> states;  // then, as the outside sees them
};

// Every task the case ever had; people finish them between the entries.
struct RecordedTask {
  TaskRecord task;
  Instant opened_at;
  std::optional<Instant> done_at;
};
struct RecordedMessage {
  std::string id;
  int seq = 0;  // of the entry that wanted it
  std::string template_name, recipient, status;
};
struct RecordedTransmission {
  std::string id;
  int seq = 0;
  std::string code, status;  // queued, to_do, confirmed
};

struct RecordedCase {
  Snapshot current;
  std::map<std::string, std::string> states;
  bool closed = false;
  std::vector<RecordedEntry> entries;  // oldest first
  std::vector<RecordedTask> tasks;
  std::vector<RecordedMessage> messages;
  std::vector<RecordedTransmission> transmissions;
};

}  // namespace jalon
