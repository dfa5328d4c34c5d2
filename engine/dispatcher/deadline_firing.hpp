// Lets what is due happen: claims deadlines whose last day has passed, decides each, records the batch in one
// commit. Late ones (the program was down) fire once, now.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "engine/ports/due_work.hpp"
#include "engine/ports/settings.hpp"

namespace jalon {

struct Fired {
  std::string case_id, deadline;
  Instant at;  // the first moment after its last day
};

class DeadlineFiring {
 public:
  DeadlineFiring(DueWork& work, SettingsSource& settings, std::vector<Definition> const& definitions,
                 std::function<std::string()> new_identifier, std::size_t at_once = 1);

  // All that is due by the clock of record, in batches, in order. When many are due, `at_once`
  // batches are under way at a time, of different cases: one is decided while the database writes another.
  std::vector<Fired> fire_all(std::size_t batch = 250);
  DueWork::Next next_due() { return work_.next_due(); }

 private:
  std::size_t fire_batch(Portion portion, std::vector<Fired>& fired);
  void fire_the_rest(Portion portion, std::vector<Fired>& fired);
  void fire_together(std::size_t batch, std::vector<Fired>& fired);
  std::optional<Entry> decide_one(Instant now, DueDeadline const& due) const;

  DueWork& work_;
  SettingsSource& settings_;
  std::vector<Definition> const& definitions_;
  std::function<std::string()> new_identifier_;
  std::size_t at_once_;
};

}  // namespace jalon
