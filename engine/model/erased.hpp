// The one place where the types of a table become function pointers of a Definition.
#pragma once
#include <memory>

#include "engine/model/deadline.hpp"
#include "engine/model/definition.hpp"
#include "engine/model/described.hpp"
#include "engine/model/vocabulary.hpp"

namespace jalon::erased {

// ---- reading the options of states and rows
// ----------------------------------------------------------------

template <class O>
struct DeadlinesIn {
  using type = mp::mp_list<>;
};
template <class... D>
struct DeadlinesIn<Deadlines<D...>> {
  using type = mp::mp_list<D...>;
};
template <class O>
using deadlines_in_option = typename DeadlinesIn<O>::type;

template <class O>
struct is_no_deadline : std::false_type {};
template <Literal W>
struct is_no_deadline<NoDeadline<W>> : std::true_type {};
template <class O>
struct is_tells_nobody : std::false_type {};
template <Literal W>
struct is_tells_nobody<TellsNobody<W>> : std::true_type {};
template <class O>
struct is_remembers : std::false_type {};
template <class C>
struct is_remembers<Remembers<C>> : std::true_type {};
template <class O>
struct is_by : std::is_same<O, ByReaders> {};
template <Role... R>
struct is_by<By<R...>> : std::true_type {};
template <class O>
struct restart {
  static constexpr bool is = false;
};
template <class D, auto P>
struct restart<Restarts<D, P>> {
  static constexpr bool is = true;
  using deadline = D;
  static constexpr Period period = P;
};

// ---- views
// -------------------------------------------------------------------------------------------------

template <class Data>
View<Data> before(Turn const& turn) {
  return {turn, *static_cast<Data const*>(turn.data_before)};
}
template <class Data>
View<Data> after(Turn const& turn) {
  return {turn, *static_cast<Data const*>(turn.data ? turn.data : turn.data_before)};
}
template <class E>
E const& event_in(Turn const& turn) {
  return *static_cast<E const*>(turn.event_data);
}

// ---- guards, conditions, actions
// ---------------------------------------------------------------------------

template <class Data, class E, class G>
constexpr bool reads_event = !requires(View<Data> view) {
  G::test(view);
};

template <class Data, class E, class G>
bool test(Turn const& turn) {
  if constexpr (reads_event<Data, E, G>)
    return G::test(before<Data>(turn), event_in<E>(turn));
  else
    return G::test(before<Data>(turn));
}

template <class Data, class E, class G>
GuardModel guard_model() {
  static_assert(std::is_base_of_v<GuardBase, G>, "If<…> takes guards");
  GuardModel model{G::id, G::reason, reads_event<Data, E, G>, &test<Data, E, G>};
  if constexpr (requires(View<Data> view) { G::detail(view); })
    model.detail = [](Turn const& turn) { return G::detail(before<Data>(turn)); };
  return model;
}

template <class C>
struct Positive {
  using type = C;
  static constexpr bool negated = false;
};
template <class C>
struct Positive<Not<C>> {
  using type = C;
  static constexpr bool negated = true;
};

template <class Data, class E, class C>
bool test_negated(Turn const& turn) {
  return !test<Data, E, C>(turn);
}

template <class Data, class E, class C>
ConditionModel condition_model() {
  using P = typename Positive<C>::type;
  static_assert(std::is_base_of_v<ConditionBase, P>, "When<…> takes conditions");
  constexpr bool negated = Positive<C>::negated;
  if constexpr (negated)
    return {P::id, P::family, true, reads_event<Data, E, P>, &test_negated<Data, E, P>};
  else
    return {P::id, P::family, false, reads_event<Data, E, P>, &test<Data, E, P>};
}

template <class Data, class E, class A>
void run(Turn& turn) {
  Act<Data> act{turn, *static_cast<Data*>(turn.data)};
  if constexpr (requires { A::run(act); })
    A::run(act);
  else
    A::run(act, event_in<E>(turn));
}

template <class Data, class E, class A>
ActionModel action_model() {
  static_assert(std::is_base_of_v<ActionBase, A>, "Do<…> takes actions");
  ActionModel action{A::id, A::what, {}, {}, false, &run<Data, E, A>};
  if constexpr (requires { A::message_template; }) action.message_template = A::message_template;
  if constexpr (requires { A::transmission_code; }) action.transmission_code = A::transmission_code;
  if constexpr (requires { A::writes_to_mdph; }) action.writes_to_mdph = A::writes_to_mdph;
  return action;
}

// ---- deadlines
// ---------------------------------------------------------------------------------------------

template <class Data, class D>
bool answered(Turn const& turn, int number) {
  return D::answered(after<Data>(turn), number);
}
template <class Data, class D>
std::string_view task_kind(Turn const& turn) {
  return D::task_kind(after<Data>(turn));
}
template <class Data, class D>
std::optional<DueDate> date(Turn const& turn, Date entered, int number) {
  return D::term::date(after<Data>(turn), entered, number);
}
template <class Data, class D>
std::optional<Date> anchor(Turn const& turn, Date entered) {
  return D::term::anchor::date(after<Data>(turn), entered);
}

template <class Data, class D>
DeadlineModel deadline_model() {
  using Term = typename D::term;
  DeadlineModel model;
  model.id = D::id, model.label = D::label, model.owner = D::owner;
  model.rule = Term::rule(), model.roll = Term::roll;
  model.fixed = D::fixed, model.training_weeks = Term::training_weeks, model.automatic = D::automatic;
  model.answered = &answered<Data, D>, model.task_kind = &task_kind<Data, D>, model.date = &date<Data, D>;
  if constexpr (requires {
                  typename Term::anchor;
                  Term::period;
                } &&
                !D::automatic)
    model.period = Term::period, model.anchor = &anchor<Data, D>;
  if constexpr (requires { Term::comes_back; }) model.comes_back = Term::comes_back;
  return model;
}

// ---- events and data
// ---------------------------------------------------------------------------------------

template <class F>
struct ReferentOf {
  static constexpr bool is = false;
};
template <Referent What>
struct ReferentOf<Reference<What>> {
  static constexpr bool is = true;
  static constexpr Referent what = What;
};
template <class F>
struct ReferentOf<std::optional<F>> : ReferentOf<F> {};

template <class E>
std::shared_ptr<void> parse(Json const& json, FieldErrors& errors) {
  auto event = std::make_shared<E>();
  Field<E>::read(json, *event, "/data", errors);
  return event;
}

template <class E>
std::optional<Date> own_date(void const* data) {
  std::optional<Date> date;
  mp::mp_for_each<members_of<E>>([&](auto member) {
    auto const& value = static_cast<E const*>(data)->*member.pointer;
    using M = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<M, OwnDate>) date = value.value;
    if constexpr (std::is_same_v<M, std::optional<OwnDate>>)
      if (value) date = value->value;
  });
  return date;
}

template <class Data, class E>
void check(Turn const& turn, FieldErrors& errors) {
  E::examine(before<Data>(turn), event_in<E>(turn), errors);
}

template <class E>
void open(void const* data, Person& person, Notification& notification) {
  person = static_cast<E const*>(data)->person;
  notification = static_cast<E const*>(data)->notification;
}

template <class E>
struct IsPassed : std::false_type {};
template <class D>
struct IsPassed<Passed<D>> : std::true_type {};

template <class Data, class E>
EventModel event_model() {
  EventModel event;
  event.id = E::id, event.label = E::label, event.roles = E::roles;
  event.of_engine = IsPassed<E>::value;
  event.leaving = std::is_base_of_v<LeavingEvent, E>;
  mp::mp_for_each<members_of<E>>([&](auto member) {
    using M = std::remove_cvref_t<decltype(std::declval<E&>().*member.pointer)>;
    event.fields.emplace_back(member.name);
    if constexpr (ReferentOf<M>::is) event.references.emplace_back(member.name, ReferentOf<M>::what);
  });
  event.parse = &parse<E>;
  event.own_date = &own_date<E>;
  event.schema = &schema_of<E>;
  if constexpr (requires(View<Data> view, E const& e, FieldErrors& errors) { E::examine(view, e, errors); })
    event.check = &check<Data, E>;
  if constexpr (std::is_base_of_v<OpeningEvent, E>) {
    event.opening = true;
    event.open = &open<E>;
  }
  return event;
}

template <class Data>
DataModel data_model() {
  return {
      []() -> std::shared_ptr<void> { return std::make_shared<Data>(); },
      [](Json const& json) -> std::shared_ptr<void> {
        FieldErrors errors;
        auto data = std::make_shared<Data>(read_described<Data>(json, "/data", errors));
        if (!errors.empty())
          throw std::invalid_argument(errors.front().pointer + " : " + errors.front().message);
        return data;
      },
      [](void const* data) -> std::shared_ptr<void> {
        return std::make_shared<Data>(*static_cast<Data const*>(data));
      },
      [](void const* data) { return write_described(*static_cast<Data const*>(data)); },
      [](void const* data) { return static_cast<Data const*>(data)->held_seat(); },
      [](void const* data) { return static_cast<Data const*>(data)->listed_for(); },
      [](void* data, SessionFact const& session) { return static_cast<Data*>(data)->see_session(session); }};
}

}  // namespace jalon::erased
