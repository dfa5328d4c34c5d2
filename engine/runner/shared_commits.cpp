#include "engine/runner/shared_commits.hpp"

#include <algorithm>
#include <iterator>

namespace jalon {

std::vector<Recorded> SharedCommits::record(std::vector<Entry>& entries) {
  if (entries.empty() || entries.size() >= most_entries_) return store_.record(entries);
  Waiting own(entries);
  std::unique_lock lock(mutex_);
  waiting_.push_back(&own);
  while (!own.is_done)
    if (own.is_taken || writing_ == writers_)
      own.woken.wait(lock);
    else
      write_for_all(lock);
  lock.unlock();
  if (own.failure) std::rethrow_exception(own.failure);
  return std::move(own.outcomes);
}

// Takes the lock off while it writes.
void SharedCommits::write_for_all(std::unique_lock<std::mutex>& lock) {
  auto const group = take_group();
  ++writing_;
  lock.unlock();
  write(group);
  lock.lock();
  --writing_;
  for (auto* waiting : group) waiting->is_done = true, waiting->woken.notify_one();
  if (!waiting_.empty()) waiting_.front()->woken.notify_one();
}

std::size_t SharedCommits::waiting() const {
  std::lock_guard const lock(mutex_);
  return waiting_.size();
}

// The longest waiting first, and who acts for the same establishment.
SharedCommits::Group SharedCommits::take_group() {
  Group group;
  auto const establishment = waiting_.front()->establishment;
  std::size_t count = 0;
  for (auto next = waiting_.begin(); next != waiting_.end();) {
    auto* const waiting = *next;
    if (waiting->establishment != establishment) {
      ++next;
      continue;
    }
    count += waiting->entries.size();
    if (!group.empty() && count > most_entries_) break;
    waiting->is_taken = true;
    group.push_back(waiting);
    next = waiting_.erase(next);
  }
  return group;
}

void SharedCommits::write(Group group) {
  EstablishmentScope const scope(group.front()->establishment);
  if (group.size() == 1) return write_alone(*group.front());
  // All groups lock cases in one order: of two that meet the same cases, one waits for the other.
  std::sort(group.begin(), group.end(), [](Waiting const* one, Waiting const* other) {
    return one->entries.front().move.after.id < other->entries.front().move.after.id;
  });
  auto entries = gather(group);
  try {
    hand_out(group, store_.record(entries));
    give_back(group, entries);
  } catch (CommitInDoubt const&) {
    fail(group, entries);
  } catch (Unavailable const&) {
    fail(group, entries);
  } catch (...) {
    give_back(group, entries);
    for (auto* waiting : group) write_alone(*waiting);
  }
}

std::vector<Entry> SharedCommits::gather(Group const& group) {
  std::vector<Entry> entries;
  for (auto* waiting : group)
    std::move(waiting->entries.begin(), waiting->entries.end(), std::back_inserter(entries));
  return entries;
}

// With the references that the store gave.
void SharedCommits::give_back(Group const& group, std::vector<Entry>& entries) {
  auto next = entries.begin();
  for (auto* waiting : group)
    for (auto& entry : waiting->entries) entry = std::move(*next++);
}

void SharedCommits::hand_out(Group const& group, std::vector<Recorded> const& outcomes) {
  auto next = outcomes.begin();
  for (auto* waiting : group)
    for (auto left = waiting->entries.size(); left > 0; --left) waiting->outcomes.push_back(*next++);
}

void SharedCommits::fail(Group const& group, std::vector<Entry>& entries) {
  give_back(group, entries);
  for (auto* waiting : group) waiting->failure = std::current_exception();
}

void SharedCommits::write_alone(Waiting& waiting) {
  try {
    waiting.outcomes = store_.record(waiting.entries);
  } catch (...) {
    waiting.failure = std::current_exception();
  }
}

}  // namespace jalon
