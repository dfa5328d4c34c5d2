// A table taken apart at compile time: rows with several sources become plain rows, and machines, states,
// events and rows get numbers. Numbers live only inside a running program; what is kept are names.
#pragma once
#include "engine/model/vocabulary.hpp"

namespace jalon::table {

template <class S>
struct Sources {
  using type = mp::mp_list<S>;
};
template <class... S>
struct Sources<OneOf<S...>> {
  using type = mp::mp_list<S...>;
};
template <class T>
struct Sources<Tagged<T>> {
  using type = mp::mp_list<>;
};

template <class R>
using states_named_by =
    mp::mp_append<typename Sources<typename R::source>::type,
                  mp::mp_if_c<R::internal, mp::mp_list<>, mp::mp_list<typename R::target>>>;
template <class R>
using initial_of = typename R::initial;

// Every state of machine M: the regions' initial ones, then in the order the rows name them.
template <class M>
using states_of =
    mp::mp_unique<mp::mp_append<mp::mp_transform<initial_of, typename M::regions>,
                                mp::mp_flatten<mp::mp_transform<states_named_by, typename M::table>>>>;

template <class States, class R>
struct Expand;
template <class States, class S, class E, class T, class... O>
struct Expand<States, Row<S, E, T, O...>> {
  using type = mp::mp_list<Row<S, E, T, O...>>;
};
template <class States, class... S, class E, class T, class... O>
struct Expand<States, Row<OneOf<S...>, E, T, O...>> {
  using type = mp::mp_list<Row<S, E, T, O...>...>;
};
template <class States, class G, class E, class T, class... O>
struct Expand<States, Row<Tagged<G>, E, T, O...>> {
  template <class S>
  using is_tagged = has_tag<S, G>;
  template <class S>
  using row_from = Row<S, E, T, O...>;
  using type = mp::mp_transform<row_from, mp::mp_copy_if<States, is_tagged>>;
};

template <class M>
struct RowsOf {
  using states = states_of<M>;
  template <class R>
  using expanded = typename Expand<states, R>::type;
  using type = mp::mp_apply<mp::mp_append, mp::mp_transform<expanded, typename M::table>>;
};
template <class M>
using rows_of = typename RowsOf<M>::type;

template <class M>
struct MachinesOf {  // M first, then the composites inside it, depth first
  template <class S>
  using inner = typename MachinesOf<S>::type;
  using type =
      mp::mp_push_front<mp::mp_flatten<mp::mp_transform<inner, mp::mp_copy_if<states_of<M>, is_composite>>>,
                        M>;
};
template <class M>
using machines_of = typename MachinesOf<M>::type;

template <class R>
using event_of = typename R::event;
template <class M>
using own_events = mp::mp_transform<event_of, rows_of<M>>;
template <class W>
using events_of = mp::mp_unique<mp::mp_flatten<mp::mp_transform<own_events, machines_of<W>>>>;

template <class M>
using regions_of = typename M::regions;

template <class W>
struct Numbering {
  using machines = machines_of<W>;
  static_assert(mp::mp_is_set<machines>::value, "a composite may stand only once in a workflow");

  // How many states, rows or regions the machines before M have.
  template <template <class> class Of, class M>
  static constexpr int count_before() {
    int count = 0;
    bool reached = false;
    mp::mp_for_each<mp::mp_transform<mp::mp_identity, machines>>([&](auto machine) {
      using Each = typename decltype(machine)::type;
      reached = reached || std::is_same_v<Each, M>;
      if (!reached) count += int(mp::mp_size<Of<Each>>::value);
    });
    return count;
  }
  template <class M>
  static constexpr int machine = int(mp::mp_find<machines, M>::value);
  template <class M>
  static constexpr int first_state = count_before<states_of, M>();
  template <class M>
  static constexpr int first_row = count_before<rows_of, M>();
  template <class M>
  static constexpr int first_region = count_before<regions_of, M>();
  template <class M, class S>
  static constexpr int state = first_state<M> + int(mp::mp_find<states_of<M>, S>::value);
  template <class E>
  static constexpr int event = int(mp::mp_find<events_of<W>, E>::value);
};

}  // namespace jalon::table
