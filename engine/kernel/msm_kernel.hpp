// Boost.MSM runs the table: regions, composites, history, entry and exit. Include it in ONE .cpp per workflow
// (workflows/<name>_kernel.cpp, compiled without debug information: its type names are what costs memory).
//
// Every type MSM sees is named by (workflow, integer), every row takes the same event type `Step`, and the
// state numbers MSM gives itself never leave this file. A machine is made anew for each turn: an exception in
// an action leaves only a machine behind that is thrown away.
#pragma once
#include <boost/msm/back/state_machine.hpp>
#include <boost/msm/front/functor_row.hpp>
#include <boost/msm/front/state_machine_def.hpp>
// after MSM: makes an mp_list a sequence of MPL, which lifts MSM's limit of 20 rows
#include <boost/mp11/mpl.hpp>
#include <map>
#include <memory>

#include "engine/kernel/kernel.hpp"
#include "engine/model/definition.hpp"
#include "engine/model/table.hpp"

namespace jalon::msm_kernel {

namespace msm = boost::msm;

// The one event of MSM: which event it is for us stands in the turn.
struct Step {
  Turn* turn;
};

template <class W, int M>
struct Front;
template <class W, int M>
using machine_at = mp::mp_at_c<table::machines_of<W>, M>;
// A composite always comes back where it was; whether it remembers is decided by what the archive gives it.
template <class W, int M>
using Back = msm::back::state_machine<Front<W, M>,
                                      mp::mp_if_c<M == 0, msm::back::NoHistory, msm::back::AlwaysHistory>>;

template <class W, int S>
struct Leaf : msm::front::state<> {
  template <class E, class Machine>
  void on_entry(E const& step, Machine&) {
    step.turn->enter(S);
  }
  template <class E, class Machine>
  void on_exit(E const& step, Machine&) {
    step.turn->exit(S);
  }
};

template <class W, class M, class S, bool IsComposite>
struct StateType {
  using type = Leaf<W, table::Numbering<W>::template state<M, S>>;
};
template <class W, class M, class S>
struct StateType<W, M, S, true> {
  using type = Back<W, table::Numbering<W>::template machine<S>>;
};
template <class W, class M, class S>
using state_type = typename StateType<W, M, S, is_composite<S>::value>::type;

inline bool may_fire(Step const& step, int row) {
  Turn const& turn = *step.turn;
  if (!turn.admitted[std::size_t(row)]) return false;
  // MSM 1.81 ORs the results of a composite's regions: one that handles beside one that refuses would let the
  // outer row fire too. An inner row that fired hides the outer ones.
  auto const& definition = turn.definition;
  int const inner = definition.states[std::size_t(definition.rows[std::size_t(row)].source)].inner;
  if (inner < 0) return true;
  for (int fired : turn.fired)
    if (definition.rows[std::size_t(fired)].machine == inner) return false;
  return true;
}

inline void fire(Step const& step, int row) {
  Turn& turn = *step.turn;
  turn.fired.push_back(row);
  for (auto const& action : turn.definition.rows[std::size_t(row)].actions) action.run(turn);
}

template <class W, int M, int Index>
struct MsmRow {
  using Machine = machine_at<W, M>;
  using Declared = mp::mp_at_c<table::rows_of<Machine>, Index>;
  using SourceState = typename Declared::source;
  using TargetState = mp::mp_if_c<Declared::internal, SourceState, typename Declared::target>;
  static constexpr int number = table::Numbering<W>::template first_row<Machine> + Index;

  using Source = state_type<W, Machine, SourceState>;
  using Target = state_type<W, Machine, TargetState>;
  using Evt = Step;
  using row_type_tag = mp::mp_if_c<Declared::internal, msm::irow_tag, msm::row_tag>;

  template <class F, class E, class S, class T, class All>
  static bool guard_call(F&, E const& step, S&, T&, All&) {
    return may_fire(step, number);
  }
  template <class F, class E, class S, class T, class All>
  static msm::back::HandledEnum action_call(F&, E const& step, S&, T&, All&) {
    fire(step, number);
    return msm::back::HANDLED_TRUE;
  }
};

template <class W, int M>
struct Front : msm::front::state_machine_def<Front<W, M>> {
  using no_exception_thrown = int;  // exceptions come out, instead of being swallowed and reported as success
  using no_message_queue = int;     // a turn sends no events to itself
  using Machine = machine_at<W, M>;
  static constexpr std::size_t row_count = mp::mp_size<table::rows_of<Machine>>::value;

  // MSM tries the rows of a state from the last to the first; a table is read from the first to the last.
  template <class I>
  using row = MsmRow<W, M, int(row_count - 1 - I::value)>;
  template <class R>
  using initial = state_type<W, Machine, typename R::initial>;
  using transition_table = mp::mp_transform<row, mp::mp_iota_c<row_count>>;
  using initial_state = mp::mp_transform<initial, typename Machine::regions>;

  template <class E, class F>
  void on_entry(E const& step, F&) {
    if constexpr (M != 0) step.turn->enter(step.turn->definition.machines[M].parent_state);
  }
  template <class E, class F>
  void on_exit(E const& step, F&) {
    if constexpr (M != 0) step.turn->exit(step.turn->definition.machines[M].parent_state);
  }
  template <class F, class E>
  void no_transition(E const&, F&, int) {}  // the evaluator has already said why
};

// MSM's numbers of the states of a machine, which follow its rows, and ours.
template <class W, int M>
class StateNumbers {
 public:
  static StateNumbers const& get() {
    static StateNumbers const numbers;
    return numbers;
  }
  int ours(int msm_number) const { return ours_.at(msm_number); }
  int of_msm(int our_number) const { return of_msm_.at(our_number); }

 private:
  StateNumbers() {
    using Machine = machine_at<W, M>;
    using Table = typename Back<W, M>::stt;
    mp::mp_for_each<mp::mp_transform<mp::mp_identity, table::states_of<Machine>>>([&](auto state) {
      using S = typename decltype(state)::type;
      constexpr int msm_number = msm::back::get_state_id<Table, state_type<W, Machine, S>>::value;
      constexpr int our_number = table::Numbering<W>::template state<Machine, S>;
      ours_[msm_number] = our_number, of_msm_[our_number] = msm_number;
    });
  }
  std::map<int, int> ours_, of_msm_;
};

template <class T>
struct MachineNumber;
template <class W, int M, class H>
struct MachineNumber<msm::back::state_machine<Front<W, M>, H>> {
  static constexpr int value = M;
};

// Puts a machine where `places` says, or reads where it stands: an archive for MSM's own `serialize`.
// `set_states` would replace state objects without moving the machine, and `start` would run entry actions.
template <class W, int M, bool Restores>
struct Archive {
  using Machine = machine_at<W, M>;
  static constexpr int first_region = table::Numbering<W>::template first_region<Machine>;
  Places& places;

  template <std::size_t N>
  Archive& operator&(int (&states)[N]) {
    auto const& numbers = StateNumbers<W, M>::get();
    for (std::size_t i = 0; i < N; ++i) {
      int& place = places[std::size_t(first_region) + i];
      if constexpr (!Restores)
        place = numbers.ours(states[i]);
      else if (place >= 0)
        states[i] = numbers.of_msm(place);
    }
    return *this;
  }
  Archive& operator&(bool&) { return *this; }
  template <class T>
  Archive& operator&(T& part) {
    if constexpr (msm::back::is_composite_state<T>::value) {
      Archive<W, MachineNumber<T>::value, Restores> inner{places};
      part.serialize(inner, 0);
    } else if constexpr (M != 0 && !std::is_base_of_v<msm::front::state<>, T>) {
      // the history policy: its states are the place to come back to
      if (Restores || !is_inside()) part.serialize(*this, 0);
    }
    return *this;
  }

 private:
  // Whether the composite is active: then its own states count, else its history.
  bool is_inside() const {
    constexpr int parent_region_count = int(mp::mp_size<typename machine_at<W, 0>::regions>::value);
    constexpr int self = table::Numbering<W>::template state<machine_at<W, 0>, Machine>;
    for (int i = 0; i < parent_region_count; ++i)
      if (places[std::size_t(i)] == self) return true;
    return false;
  }
};

template <class W>
class MsmKernel final : public Kernel {
  static_assert(mp::mp_size<table::machines_of<W>>::value ==
                    1 + mp::mp_count_if<table::states_of<W>, is_composite>::value,
                "composites nest one level deep: a part of a part is a case of its own");

 public:
  void step(Turn& turn, Places& places) const override {
    Back<W, 0> machine;
    Archive<W, 0, true> restore{places};
    machine.serialize(restore, 0);
    machine.process_event(Step{&turn});
    Archive<W, 0, false> keep{places};
    machine.serialize(keep, 0);
  }
};

}  // namespace jalon::msm_kernel

namespace jalon {

template <class W>
std::shared_ptr<Kernel const> make_msm_kernel() {
  return std::make_shared<msm_kernel::MsmKernel<W>>();
}

}  // namespace jalon
