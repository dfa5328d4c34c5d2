// Commands that come at the same time share a commit. Most of what a commit costs, it costs once: the
// statement, the wait for the disk, the switch to another database process. One of those who wait writes for
// all; meanwhile the next ones gather. A command that comes alone is written at once, as if this were not
// here.
//
// Each keeps its own outcome: the store records every entry only if its case is as it was read, and stops
// none for another. When the database refuses a shared writing, each is written by itself, so that only the
// one at fault fails. Nobody is answered before the commit.
//
// Who writes for all writes in the name of their establishment: only those who act for the same one share a
// commit.
#pragma once
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>

#include "engine/ports/case_store.hpp"
#include "engine/ports/establishment_scope.hpp"

namespace jalon {

class SharedCommits : public CaseStore {
 public:
  // `writers`: how many write at a time; with two, one computes while the other waits for the disk.
  explicit SharedCommits(CaseStore& store, std::size_t writers = 2, std::size_t most_entries = 64)
      : store_(store), writers_(writers), most_entries_(most_entries) {}

  Loaded load(LoadRequest const& request) override { return store_.load(request); }
  std::vector<Recorded> record(std::vector<Entry>& entries) override;
  bool was_recorded(std::string const& establishment, std::string const& command_id) override {
    return store_.was_recorded(establishment, command_id);
  }

  // How many wait for somebody to write for them: for metrics and tests.
  std::size_t waiting() const;

 private:
  struct Waiting {
    explicit Waiting(std::vector<Entry>& its_entries) : entries(its_entries) {}
    std::vector<Entry>& entries;
    std::string const establishment = EstablishmentScope::current();
    std::vector<Recorded> outcomes;
    std::exception_ptr failure;
    bool is_taken = false, is_done = false;
    std::condition_variable woken;
  };
  using Group = std::vector<Waiting*>;

  void write_for_all(std::unique_lock<std::mutex>& lock);
  Group take_group();
  void write(Group group);
  void write_alone(Waiting& waiting);
  static std::vector<Entry> gather(Group const& group);
  static void give_back(Group const& group, std::vector<Entry>& entries);
  static void hand_out(Group const& group, std::vector<Recorded> const& outcomes);
  static void fail(Group const& group, std::vector<Entry>& entries);

  CaseStore& store_;
  std::size_t const writers_, most_entries_;
  mutable std::mutex mutex_;
  std::deque<Waiting*> waiting_;
  std::size_t writing_ = 0;
};

}  // namespace jalon
