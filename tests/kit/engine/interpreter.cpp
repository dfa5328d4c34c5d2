#include "tests/kit/engine/interpreter.hpp"

namespace jalon::kit {

namespace {

class Walker {
 public:
  Walker(Turn& turn, Places& places) : turn_(turn), definition_(turn.definition), places_(places) {}

  // Whether a row of the machine's regions fired, each region having its turn.
  bool deliver(int machine) {
    auto const& model = definition_.machines[std::size_t(machine)];
    bool fired = false;
    for (int i = 0; i < model.region_count; ++i) fired |= deliver_to_region(model.first_region + i);
    return fired;
  }

 private:
  StateModel const& state(int number) const { return definition_.states[std::size_t(number)]; }
  int& place(int region) { return places_[std::size_t(region)]; }

  // What stands inside answers first; then the rows of the state itself, from the first to the last.
  bool deliver_to_region(int region) {
    int const here = place(region);
    if (state(here).inner >= 0 && deliver(state(here).inner)) return true;
    for (std::size_t row = 0; row < definition_.rows.size(); ++row) {
      if (definition_.rows[row].source != here || !turn_.admitted[row]) continue;
      fire(int(row), region);
      return true;
    }
    return false;
  }

  void fire(int number, int region) {
    auto const& row = definition_.rows[std::size_t(number)];
    if (!row.internal) leave(row.source);
    turn_.fired.push_back(number);
    for (auto const& action : row.actions) action.run(turn_);
    if (row.internal) return;
    place(region) = row.target;
    enter(row.target);
  }

  void leave(int number) {
    each_region_inside(number, [&](int region) { leave(place(region)); });
    turn_.exit(number);
  }

  void enter(int number) {
    turn_.enter(number);
    each_region_inside(number, [&](int region) {
      if (place(region) < 0) place(region) = definition_.regions[std::size_t(region)].initial;
      enter(place(region));
    });
  }

  template <class Visit>
  void each_region_inside(int number, Visit visit) {
    if (state(number).inner < 0) return;
    auto const& machine = definition_.machines[std::size_t(state(number).inner)];
    for (int i = 0; i < machine.region_count; ++i) visit(machine.first_region + i);
  }

  Turn& turn_;
  Definition const& definition_;
  Places& places_;
};

}  // namespace

void Interpreter::step(Turn& turn, Places& places) const {
  Walker(turn, places).deliver(0);
}

}  // namespace jalon::kit
