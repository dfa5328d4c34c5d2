// Turns a workflow's types into a Definition: mp11 over the very table the kernel runs.
#pragma once
#include "engine/model/deadline.hpp"
#include "engine/model/definition.hpp"
#include "engine/model/described.hpp"
#include "engine/model/erased.hpp"
#include "engine/model/table.hpp"

namespace jalon::reflection {

template <class S>
using deadlines_of_state = mp::mp_flatten<mp::mp_transform<erased::deadlines_in_option, typename S::options>>;

template <class W>
struct Reflector {
  using Data = typename W::data;
  using Numbers = table::Numbering<W>;
  template <class M>
  using machine_deadlines = mp::mp_flatten<mp::mp_transform<deadlines_of_state, table::states_of<M>>>;
  using deadlines = mp::mp_unique<mp::mp_flatten<mp::mp_transform<machine_deadlines, table::machines_of<W>>>>;

  Definition definition;

  template <class List, class F>
  static void each(F visit) {
    mp::mp_for_each<mp::mp_transform<mp::mp_identity, List>>(visit);
  }

  Definition reflect() {
    definition.id = W::id, definition.label = W::label, definition.version = W::version;
    definition.data = erased::data_model<Data>();
    each<deadlines>([&](auto d) { add_deadline<typename decltype(d)::type>(); });
    each<table::events_of<W>>([&](auto e) { add_event<typename decltype(e)::type>(); });
    each<table::machines_of<W>>([&](auto m) { add_machine<typename decltype(m)::type>(); });
    definition.complete();
    return std::move(definition);
  }

  template <class D>
  void add_deadline() {
    definition.deadlines.push_back(erased::deadline_model<Data, D>());
  }

  template <class E>
  void add_event() {
    definition.events.push_back(erased::event_model<Data, E>());
  }

  template <class M>
  void add_machine() {
    definition.machines.push_back(
        {M::id, M::label, -1, int(definition.regions.size()), int(mp::mp_size<typename M::regions>::value)});
    std::string const prefix = Numbers::template machine<M> == 0 ? "" : std::string(M::id) + ".";
    each<typename M::regions>([&](auto region) {
      using R = typename decltype(region)::type;
      definition.regions.push_back({prefix + std::string(R::id), R::label, Numbers::template machine<M>,
                                    Numbers::template state<M, typename R::initial>});
    });
    each<table::states_of<M>>([&](auto s) { add_state<M, typename decltype(s)::type>(); });
    each<table::rows_of<M>>([&](auto r) { add_row<M, typename decltype(r)::type>(); });
  }

  template <class M, class S>
  void add_state() {
    StateModel state;
    state.id = S::id, state.label = S::label, state.machine = Numbers::template machine<M>;
    if constexpr (is_composite<S>::value) state.inner = Numbers::template machine<S>;
    each<typename S::options>([&](auto o) {
      using Option = typename decltype(o)::type;
      if constexpr (std::is_base_of_v<TagBase, Option>) state.tags.push_back(Option::id);
      if constexpr (erased::is_no_deadline<Option>::value) state.no_deadline_because = Option::why;
      if constexpr (erased::is_tells_nobody<Option>::value) state.tells_nobody_because = Option::why;
      if constexpr (erased::is_remembers<Option>::value)
        state.remembered = Numbers::template machine<typename Option::composite>;
    });
    state.hidden = has_tag<S, Hidden>::value, state.final = has_tag<S, Final>::value;
    state.terminal = has_tag<S, Terminal>::value, state.interrupting = has_tag<S, Interrupting>::value;
    state.freezes_deadlines = has_tag<S, FreezesDeadlines>::value;
    state.opens_transmissions = has_tag<S, OpensTransmissions>::value;
    each<deadlines_of_state<S>>([&](auto d) {
      state.deadlines.push_back(int(mp::mp_find<deadlines, typename decltype(d)::type>::value));
    });
    definition.states.push_back(std::move(state));
  }

  template <class M, class R>
  void add_row() {
    RowModel row;
    row.machine = Numbers::template machine<M>;
    row.source = Numbers::template state<M, typename R::source>;
    row.event = Numbers::template event<typename R::event>;
    row.internal = R::internal;
    row.target = row.source;
    if constexpr (!R::internal) row.target = Numbers::template state<M, typename R::target>;
    row.roles = R::event::roles;
    each<typename R::options>(
        [&](auto o) { add_option<typename R::event, typename decltype(o)::type>(row); });
    definition.rows.push_back(std::move(row));
  }

  template <class E, class Option>
  void add_option(RowModel& row) {
    if constexpr (std::is_same_v<Option, Otherwise>)
      row.otherwise = true;
    else if constexpr (std::is_same_v<Option, Alongside>)
      row.alongside = true;
    else if constexpr (std::is_same_v<Option, MayPrecedeState>)
      row.may_precede_state = true;
    else if constexpr (erased::is_by<Option>::value)
      row.roles = Option::roles;
    else if constexpr (erased::is_tells_nobody<Option>::value)
      row.tells_nobody_because = Option::why;
    else if constexpr (erased::restart<Option>::is)
      row.restarts.push_back({int(mp::mp_find<deadlines, typename erased::restart<Option>::deadline>::value),
                              erased::restart<Option>::period});
    else
      add_list<E>(row, mp::mp_identity<Option>{});
  }
  template <class E, class... G>
  void add_list(RowModel& row, mp::mp_identity<If<G...>>) {
    (row.guards.push_back(erased::guard_model<Data, E, G>()), ...);
  }
  template <class E, class... C>
  void add_list(RowModel& row, mp::mp_identity<When<C...>>) {
    (row.conditions.push_back(erased::condition_model<Data, E, C>()), ...);
  }
  template <class E, class... A>
  void add_list(RowModel& row, mp::mp_identity<Do<A...>>) {
    (row.actions.push_back(erased::action_model<Data, E, A>()), ...);
  }
};

}  // namespace jalon::reflection

namespace jalon {

template <class W>
Definition reflect() {
  return reflection::Reflector<W>{}.reflect();
}

}  // namespace jalon
