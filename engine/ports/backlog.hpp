// What waits, and since when: for whoever watches over the service, not for whoever works with it.
#pragma once
#include <cstddef>

namespace jalon {

struct Backlog {
  struct Queue {
    std::size_t waiting = 0;  // what should have happened by now
    double oldest_s = 0;      // how long the first of it has waited, in seconds
  };
  Queue deadlines;  // due and not passed, on the clock of record
  Queue letters, emails, transmissions;
  std::size_t in_doubt = 0;  // e-mails and transmissions that a person has to look at
};

class BacklogCount {
 public:
  virtual ~BacklogCount() = default;
  // Of all establishments. Cheap enough to be asked every few seconds.
  virtual Backlog count() = 0;
};

}  // namespace jalon
