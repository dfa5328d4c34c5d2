// What differs between a case as it is stored and as its history says, in words.
#pragma once
#include <string>
#include <vector>

#include "engine/runner/replay.hpp"

namespace jalon {

class Comparison {
 public:
  explicit Comparison(RecordedCase const& recorded) : recorded_(recorded) {}

  void differs(int seq, std::string what, std::string stored, std::string expected);
  void compare_text(int seq, std::string const& what, std::string const& stored, std::string const& expected);
  // All that history keeps of a case: places, entries, deadlines, notification, data, weeks lost.
  void compare(int seq, Snapshot const& stored, Snapshot const& expected);
  void compare_states(int seq, std::map<std::string, std::string> const& stored,
                      std::map<std::string, std::string> const& expected);

  std::vector<Discrepancy> take() { return std::move(found_); }

 private:
  void compare_fields(int seq, std::string const& what, Json const& stored, Json const& expected);
  void compare_deadlines(int seq, std::vector<DeadlineRecord> const& stored,
                         std::vector<DeadlineRecord> const& expected);
  void compare_deadline(int seq, DeadlineRecord const& stored, DeadlineRecord const& expected);

  RecordedCase const& recorded_;
  std::vector<Discrepancy> found_;
};

}  // namespace jalon
