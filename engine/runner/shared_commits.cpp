#include "engine/runner/shared_commits.hpp"

#include <algorithm>
#include <iterator>

namespace jalon {

std::vector<Recorded> SharedCommits::record(std::vector<Entry>& entries) {
  if (entries.empty() || entries.size() >= most_entries_) return store_.record(entries);
  Waiting own(entries);
  std::unique_lock lock(mutex_);
  waiting_.push_back(&own);
  while (!own.is_done) {
    if (own.is_taken || writing_ == writers_) {
      own.woken.wait(lock);
      continue;
    }
    auto const group = take_group();
    ++writing_;
    lock.unlock();
    write(group);
    lock.lock();
    --writing_;
    for (auto* waiting : group) waiting->is_done = true, waiting->woken.notify_one();
    if (!waiting_.empty()) waiting_.front()->woken.notify_one();
  }
  lock.unlock();
  if (own.failure) std::rethrow_exception(own.failure);
  return std::move(own.outcomes);
}

// The longest waiting first.
SharedCommits::Group SharedCommits::take_group() {
  Group group;
  for (std::size_t count = 0; !waiting_.empty(); waiting_.pop_front()) {
    count += waiting_.front()->entries.size();
    if (!group.empty() && count > most_entries_) break;
    waiting_.front()->is_taken = true;
    group.push_back(waiting_.front());
  }
  return group;
}

void SharedCommits::write(Group const& group) {
  if (group.size() == 1) return write_alone(*group.front());
  // All groups lock cases in one order: of two that meet the same cases, one waits for the other.
  Group ordered = group;
  std::sort(ordered.begin(), ordered.end(), [](Waiting const* one, Waiting const* other) {
    return one->entries.front().move.after.id < other->entries.front().move.after.id;
  });
  std::vector<Entry> all;
  for (auto* waiting : ordered)
    std::move(waiting->entries.begin(), waiting->entries.end(), std::back_inserter(all));
  std::vector<Recorded> outcomes;
  std::exception_ptr failure;
  bool may_write_alone = false;
  try {
    outcomes = store_.record(all);
  } catch (CommitInDoubt const&) {
    failure = std::current_exception();
  } catch (Unavailable const&) {
    failure = std::current_exception();
  } catch (...) {
    may_write_alone = true;
  }
  std::size_t next = 0;
  for (auto* waiting : ordered) {
    auto const size = waiting->entries.size();
    std::move(all.begin() + std::ptrdiff_t(next), all.begin() + std::ptrdiff_t(next + size),
              waiting->entries.begin());
    if (!outcomes.empty())
      waiting->outcomes.assign(outcomes.begin() + std::ptrdiff_t(next),
                               outcomes.begin() + std::ptrdiff_t(next + size));
    waiting->failure = failure;
    next += size;
    if (may_write_alone) write_alone(*waiting);
  }
}

void SharedCommits::write_alone(Waiting& waiting) {
  try {
    waiting.outcomes = store_.record(waiting.entries);
  } catch (...) {
    waiting.failure = std::current_exception();
  }
}

}  // namespace jalon
