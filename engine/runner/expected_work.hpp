// What the entries of a case wanted done, gathered while they are decided again, and held in the end against
// the tasks, messages and transmissions that are stored. Between the entries people finish tasks and confirm
// transmissions, and the outbox sends: what only they may do is not a difference.
#pragma once
#include <map>
#include <set>

#include "engine/model/effects.hpp"
#include "engine/runner/comparison.hpp"

namespace jalon {

class ExpectedWork {
 public:
  explicit ExpectedWork(RecordedCase const& recorded);

  // What a decision at that moment finds: the open tasks, and what waits for a linked case.
  void show_to(Snapshot& before, Instant at) const;
  void add(int seq, Effects const& effects, std::vector<QueuedTransmission> queued);
  // An entry that cannot be decided again: what it caused is not known.
  void skip(int seq) { skipped_.insert(seq); }
  void compare(Comparison& comparison) const;

 private:
  struct Task {
    TaskRecord record;
    int opened = 0, closed = 0;  // the entries; 0: not closed by one
  };
  struct Message {
    int seq = 0, cancelled = 0;
    std::string template_name, recipient;
  };
  struct Transmission {
    int seq = 0;
    std::string code;
    bool queued = false;
  };
  // A repeated task that came back, or one that asks to look at a message: no entry opened it.
  bool is_of_others(RecordedTask const& stored) const;
  void compare_task(Task const& wanted, Comparison& comparison) const;
  void compare_tasks(Comparison& comparison) const;
  void compare_messages(Comparison& comparison) const;
  void compare_transmissions(Comparison& comparison) const;

  RecordedCase const& recorded_;
  std::map<std::string, RecordedTask const*> stored_tasks_;
  std::map<std::string, Task> tasks_;
  std::map<std::string, Message> messages_;
  std::map<std::string, Transmission> transmissions_;
  std::vector<QueuedTransmission> queued_;
  std::set<int> skipped_;
};

}  // namespace jalon
