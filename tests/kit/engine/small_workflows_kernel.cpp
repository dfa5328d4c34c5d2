#include "engine/kernel/msm_kernel.hpp"
#include "engine/model/deadline.hpp"
#include "engine/model/reflect.hpp"
#include "tests/kit/engine/small_workflows.hpp"

namespace jalon::small {

// What every one of them remembers: a count, and which actions ran in which order (the last twenty).
struct Data {
  int count = 0;
  std::vector<std::string> log;
  void note(std::string_view what) {
    ++count;
    log.emplace_back(what);
    if (log.size() > 20) log.erase(log.begin());
  }
  std::optional<std::string> held_seat() const { return std::nullopt; }
  std::optional<CommitteeFact> listed_for() const { return std::nullopt; }
  bool see_session(SessionFact const&) { return false; }
};
BOOST_DESCRIBE_STRUCT(Data, (), (count, log))

using Case = View<Data>;
using Doing = Act<Data>;
using Somebody = By<Role::coordinator>;

#define JALON_NUMBERED_EVENT(Name, id)         \
  struct Name : Event<id, "Essai", Somebody> { \
    Whole<0, 9> n;                             \
  };                                           \
  BOOST_DESCRIBE_STRUCT(Name, (), (n))
JALON_NUMBERED_EVENT(Go, "go")
JALON_NUMBERED_EVENT(Push, "push")
#undef JALON_NUMBERED_EVENT
struct Jump : Event<"jump", "Sauter", Somebody> {};
struct Touch : Event<"touch", "Toucher", Somebody> {};
struct Stop : Event<"stop", "Arrêter", Somebody> {};
struct Resume : Event<"resume", "Reprendre", Somebody> {};
struct End : Event<"end", "Finir", Somebody> {};
struct Enter : Event<"enter", "Entrer", Somebody> {};
struct Leave : Event<"leave", "Sortir", Somebody> {};
struct Again : Event<"again", "Encore", Somebody> {};

template <Literal Id>
struct Note : Action<Id, "note son passage"> {
  static void run(Doing act) { act.data.note(Id.view()); }
};
struct IsSmall : Guard<"is_small", "le nombre est trop grand"> {
  template <class E>
  static bool test(Case const&, E const& event) {
    return event.n.value < 5;
  }
};
struct IsEven : Condition<"is_even"> {
  static bool test(Case const& view) { return view.data.count % 2 == 0; }
};
template <int Rest, Literal Id>
struct HasRest : Condition<Id, "rest"> {
  static bool test(Case const& view) { return view.data.count % 3 == Rest; }
};
using HasNoRest = HasRest<0, "rest_0">;
using HasRestOne = HasRest<1, "rest_1">;
using HasRestTwo = HasRest<2, "rest_2">;

struct Soon : Deadline<"soon", "Bientôt", Role::coordinator, After<StateEntered, calendar_days(3)>> {
  static constexpr bool automatic = true;
};

// ---- lanes

struct InLane : Tag<"in_lane"> {};
struct A : State<"a", "A", InLane> {};
struct B : State<"b", "B", InLane, Deadlines<Soon>> {};
struct C : State<"c", "C", InLane> {};
struct X : State<"x", "X"> {};
struct Y : State<"y", "Y"> {};
struct Running : State<"running", "En route"> {};
struct Paused : State<"paused", "En pause", Interrupting, FreezesDeadlines> {};
struct Ended : State<"ended", "Fini", Terminal> {};

// clang-format off
struct Lanes : Workflow<"lanes", "Trois voies", 1, Data> {
  using regions = Regions<Region<"left", "Gauche", A>, Region<"right", "Droite", X>,
                          Region<"life", "Vie", Running>>;
  using table = Rows<
    Row<A, Go, B, If<IsSmall>, Do<Note<"a_to_b">>>,
    Row<A, Go, C, Do<Note<"a_to_c">>, Otherwise>,
    Row<B, Go, C, When<IsEven>, Do<Note<"b_to_c">, Note<"twice">>>,
    Row<B, Go, Same, When<Not<IsEven>>, Do<Note<"b_stays">>>,
    Row<B, Passed<Soon>, C, When<IsEven>, Do<Note<"late">>>,
    Row<B, Passed<Soon>, A, When<Not<IsEven>>>,
    Row<C, Go, A, When<HasNoRest>, Do<Note<"c_to_a">>>,
    Row<C, Go, B, When<HasRestOne>, Do<Note<"c_to_b">>>,
    Row<C, Go, C, When<HasRestTwo>, Do<Note<"c_to_c">>>,
    Row<OneOf<B, C>, Jump, A, Do<Note<"jump">>>,
    Row<Tagged<InLane>, Touch, Same, Do<Note<"touch">>>,
    Row<X, Go, Y, Alongside, Do<Note<"x_to_y">>>,
    Row<Y, Go, X, Alongside, When<IsEven>>,
    Row<X, Touch, X, Do<Note<"x_to_x">>>,
    Row<Y, Jump, X, Alongside>,
    Row<Running, Stop, Paused>,
    Row<Paused, Resume, Running>,
    Row<Paused, Jump, Running, Alongside, Do<Note<"jump_out">>>,
    Row<OneOf<Running, Paused>, End, Ended>>;
};

// ---- house

struct Closed : State<"closed", "Fermée"> {};
struct Open : State<"open", "Ouverte"> {};
struct Dark : State<"dark", "Éteinte"> {};
struct Lit : State<"lit", "Allumée"> {};
struct Room : Composite<"room", "Chambre", Deadlines<Soon>> {
  using regions = Regions<Region<"door", "Porte", Closed>, Region<"lamp", "Lampe", Dark>>;
  using table = Rows<
    Row<Closed, Push, Open, When<IsEven>, Do<Note<"open">>>,
    Row<Open, Push, Closed, When<HasNoRest>, Do<Note<"close">>>,
    Row<Open, Leave, Closed, When<IsEven>, Do<Note<"close_instead">>>,
    Row<Dark, Push, Lit, When<Not<IsEven>>, Do<Note<"light">>>,
    Row<Lit, Push, Dark, When<HasRestOne>, Do<Note<"darken">>>,
    Row<Lit, Touch, Same, Do<Note<"touch_lamp">>>,
    Row<OneOf<Dark, Lit>, Go, Lit, Do<Note<"go_lit">>>>;
};
struct Hall : State<"hall", "Entrée"> {};
struct Garden : State<"garden", "Jardin", Remembers<Room>> {};
struct Quiet : State<"quiet", "Calme"> {};
struct Noisy : State<"noisy", "Bruyant"> {};

struct House : Workflow<"house", "Maison", 1, Data> {
  using regions = Regions<Region<"where", "Lieu", Hall>, Region<"noise", "Bruit", Quiet>>;
  using table = Rows<
    Row<Hall, Enter, Room, Do<Note<"enter">>>,
    Row<Room, Leave, Garden, Do<Note<"leave">>>,
    Row<Room, Push, Hall, When<HasRestTwo>, Do<Note<"pushed_out">>>,
    Row<Room, Push, Same, When<Not<HasRestTwo>>, Do<Note<"push_wall">>>,
    Row<Room, Again, Room, Do<Note<"again">>>,
    Row<Room, Passed<Soon>, Hall>,
    Row<Room, Touch, Same, Do<Note<"touch_wall">>>,
    Row<Garden, Enter, Room, Do<Note<"enter_again">>>,
    Row<Garden, Go, Hall, Do<Note<"forget">>>,
    Row<Quiet, Push, Noisy, Do<Note<"bang">>>,
    Row<Noisy, Push, Same>,
    Row<Noisy, Enter, Quiet, Alongside>>;
};
// clang-format on

// ---- mishap

struct ThrowsWhenBig : Action<"throws_when_big", "échoue"> {
  static void run(Doing act, Go const& event) {
    act.data.note("before");
    act.open_task(Role::coordinator, "trace", "Ne doit pas rester");
    if (event.n.value == 9) throw 42;  // not even a std::exception
    if (event.n.value > 5) throw std::runtime_error("an action failed");
  }
};
struct Mishap : Workflow<"mishap", "Mésaventure", 1, Data> {
  using regions = Regions<Region<"first", "Première", X>, Region<"second", "Seconde", Closed>>;
  using table = Rows<Row<X, Go, Y, Do<Note<"moved">>>, Row<Y, Go, X>,
                     Row<Closed, Go, Open, Do<ThrowsWhenBig>>, Row<Open, Go, Closed>>;
};

template <class W>
Definition with_machine() {
  Definition definition = reflect<W>();
  definition.kernel = make_msm_kernel<W>();
  return definition;
}

Definition lanes() {
  return with_machine<Lanes>();
}
Definition house() {
  return with_machine<House>();
}
Definition mishap() {
  return with_machine<Mishap>();
}

}  // namespace jalon::small
