// A walk through a definition that two kernels make side by side. Whatever they do differently is a failure;
// so is a pair of rows that may fire together without the order their table declares.
#pragma once
#include <map>
#include <set>

#include "engine/decision/decision.hpp"
#include "tests/kit/engine/random_data.hpp"
#include "tests/kit/engine/recording_kernel.hpp"

namespace jalon {

class RandomWalk {
 public:
  RandomWalk(Definition const& definition, std::uint64_t seed);

  // Throws std::runtime_error, telling both sides, at the first difference.
  void take(int steps);

  int moves() const { return moves_; }
  int refusals() const { return refusals_; }
  int passings() const { return passings_; }
  std::vector<std::string> rows_never_fired() const;
  double share_of_rows_fired() const;

 private:
  struct Side {
    Side(Definition const& definition, std::shared_ptr<Kernel const> kernel);
    std::shared_ptr<kit::RecordingKernel> kernel;
    Definition definition;
  };

  bool is_over() const;
  void start_anew();
  void draw_facts();
  void send_event();
  void pass_time();
  std::string choose_event(Surroundings const& around);
  std::string least_fired(std::vector<PossibleAction> const& actions) const;
  Json data_for(std::string const& event);
  void compare(Decision const& by_machine, Decision const& by_interpreter);
  void check_declared_order(Command const& command);
  void go_on_from(Move const& move);
  void remember();

  kit::Chance chance_;
  Side machine_, interpreter_;
  kit::World world_;
  Snapshot case_;
  std::map<std::string, int> fired_;                          // row → how often
  std::map<std::string, std::pair<Snapshot, Date>> visited_;  // where walks begin again
  int moves_ = 0, refusals_ = 0, passings_ = 0;
};

}  // namespace jalon
