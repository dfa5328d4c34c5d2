// The words a workflow header is written in: states, events, guards, conditions, actions, rows, regions.
// Pure description: nothing here runs, and nothing here knows Boost.MSM. `reflect.hpp` turns a table into
// data, `engine/kernel` into a state machine; both read the very same types, so nothing is listed twice.
#pragma once
#include <boost/mp11.hpp>
#include <string_view>
#include <type_traits>

#include "engine/model/literal.hpp"
#include "engine/model/role.hpp"

namespace jalon {

namespace mp = boost::mp11;

// ---- states
// ------------------------------------------------------------------------------------------------

struct StateBase {};
struct TagBase {};
struct StateOptionBase {};

// A tag is a name several states share, so that one row can start from all of them (Tagged<…>).
template <Literal Id>
struct Tag : TagBase {
  static constexpr std::string_view id = Id.view();
};
struct Hidden : Tag<"hidden"> {};              // where a region stands before it begins; never shown
struct Final : Tag<"final"> {};                // the case is closed; what is due is dropped
struct Terminal : Tag<"terminal"> {};          // nothing fires any more, not even in other regions
struct Interrupting : Tag<"interrupting"> {};  // only events that have a row from this very state can fire
struct FreezesDeadlines : Tag<"freezes_deadlines"> {};  // dates not yet passed move by the days spent here
struct OpensTransmissions : Tag<"opens_transmissions"> {};  // what waited to be transmitted becomes to do

template <class... D>
struct Deadlines : StateOptionBase {
  using list = mp::mp_list<D...>;
};
// A waiting state without a deadline says why.
template <Literal Why>
struct NoDeadline : StateOptionBase {
  static constexpr std::string_view why = Why.view();
};
// An exit that tells the MDPH nothing by itself says why; so does a single row into an exit.
template <Literal Why>
struct TellsNobody : StateOptionBase {
  static constexpr std::string_view why = Why.view();
};
// While the case is here, the composite keeps its place: a row back to it goes on where it was.
template <class Composite>
struct Remembers : StateOptionBase {
  using composite = Composite;
};

template <Literal Id, Literal Label, class... Options>
struct State : StateBase {
  static constexpr std::string_view id = Id.view(), label = Label.view();
  using options = mp::mp_list<Options...>;
};

// ---- events, guards, conditions, actions
// -------------------------------------------------------------------

struct EventBase {};
struct GuardBase {};
struct ConditionBase {};
struct ActionBase {};

template <Role... R>
struct By {
  static constexpr RoleSet roles{R...};
};
struct ByReaders {  // every role that sees the case
  static constexpr RoleSet roles = case_readers();
};
struct ByEngine {  // nobody: the passing of time
  static constexpr RoleSet roles{};
};

template <Literal Id, Literal Label, class Who>
struct Event : EventBase {
  static constexpr std::string_view id = Id.view(), label = Label.view();
  static constexpr RoleSet roles = Who::roles;
};
// The event that opens a case: its data are the person and the notification.
struct OpeningEvent {};
// An event by which the person leaves: the proof sees that one is open to them, in one step, at any time.
struct LeavingEvent {};
// The passing of a deadline, for the few rows where the engine itself moves on.
template <class D>
struct Passed : EventBase {
  static constexpr std::string_view id = D::id, label = D::label;
  static constexpr RoleSet roles{};
};

// A guard refuses with a reason a person can act upon: `static bool test(View)` or `test(View, Event)`.
// It may name what exactly is missing in this case: `static std::string detail(View)`.
template <Literal Id, Literal Reason>
struct Guard : GuardBase {
  static constexpr std::string_view id = Id.view(), reason = Reason.view();
};
// A condition only chooses between rows; where it does not hold, the row does not exist. At most one of a
// family holds at a time, such as one per value of an enumeration: so declared, and held to by the walks of
// the differential test.
template <Literal Id, Literal Family = "">
struct Condition : ConditionBase {
  static constexpr std::string_view id = Id.view(), family = Family.view();
};
// The opposite of a condition: the proof knows that the two never hold together.
template <class C>
struct Not : ConditionBase {
  static constexpr std::string_view id = C::id;
  using negated = C;
};
// An action changes the case's data or appends effects: `static void run(Turn)` or `run(Turn, Event)`.
template <Literal Id, Literal What>
struct Action : ActionBase {
  static constexpr std::string_view id = Id.view(), what = What.view();
};

// ---- rows
// --------------------------------------------------------------------------------------------------

struct Same {};  // target of a row that stays
template <class... G>
struct If {};
template <class... C>
struct When {};
template <class... A>
struct Do {};
template <class... S>
struct OneOf {};
template <class T>
struct Tagged {};
struct Otherwise {};        // fires only when no row above it, of the same state and event, does
struct Alongside {};        // fires only beside a row of another region
struct MayPrecedeState {};  // `occurred_on` may go back to the notification's reception
template <class D, auto P>
struct Restarts {};  // the deadline counts anew from `occurred_on`, never to an earlier day

template <class Source, class E, class Target, class... Options>
struct Row {
  using source = Source;
  using event = E;
  using target = Target;
  using options = mp::mp_list<Options...>;
  static constexpr bool internal = std::is_same_v<Target, Same>;
};
template <class... R>
using Rows = mp::mp_list<R...>;

// ---- machines
// ----------------------------------------------------------------------------------------------

struct MachineBase {};

template <Literal Id, Literal Label, class Initial>
struct Region {
  static constexpr std::string_view id = Id.view(), label = Label.view();
  using initial = Initial;
};
template <class... R>
using Regions = mp::mp_list<R...>;

// A workflow, or a composite state inside one; it names its `regions` and its `table`.
template <Literal Id, Literal Label, class... Options>
struct Composite : MachineBase, StateBase {
  static constexpr std::string_view id = Id.view(), label = Label.view();
  using options = mp::mp_list<Options...>;
};
template <Literal Id, Literal Label, int Version, class Data>
struct Workflow : Composite<Id, Label> {
  static constexpr int version = Version;
  using data = Data;
};

template <class S>
using is_composite = std::is_base_of<MachineBase, S>;
template <class S, class T>
using has_tag = mp::mp_contains<typename S::options, T>;

}  // namespace jalon
