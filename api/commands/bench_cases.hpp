// The cases a client works on: its own, a few at a time, each led along the whole pathway.
#pragma once
#include <deque>
#include <mutex>
#include <string>

#include "api/commands/bench_pathway.hpp"

namespace jalon::commands::bench {

// Cases that stand at the beginning of the pathway, opened before the clients need them.
class CaseSupply {
 public:
  explicit CaseSupply(BenchDatabase& database) : database_(database) {}
  void fill(std::size_t count);
  std::string take();  // opens some more when there are none left

 private:
  BenchDatabase& database_;
  std::mutex mutex_;
  std::deque<std::string> waiting_;
};

inline constexpr std::size_t cases_at_once = 4;

class ClientCases {
 public:
  ClientCases(CaseSupply& supply, std::vector<Command> const& commands)
      : supply_(supply), commands_(commands) {}

  struct Next {
    std::string case_id;
    Command const& command;
  };
  Next next();  // in turn; a case at the end of its way makes room for a new one

 private:
  struct OnItsWay {
    std::string case_id;
    std::size_t step = 0;
  };
  CaseSupply& supply_;
  std::vector<Command> const& commands_;
  std::deque<OnItsWay> cases_;
};

}  // namespace jalon::commands::bench
