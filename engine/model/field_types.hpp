// The types an event's data is made of. A value outside its type cannot be built from JSON: refused at the
// door, trusted inside (see described.hpp, which reads, writes and gives the schema of each).
#pragma once
#include <string>
#include <vector>

#include "engine/calendar/date.hpp"
#include "engine/model/literal.hpp"

namespace jalon {

// Text that says something: not blank, at most 4 000 characters, no control character but a line's end.
struct Text {
  std::string value;
  bool operator==(Text const&) const = default;
};

// A whole number between two bounds, both allowed.
template <int Least, int Most>
struct Whole {
  static constexpr int least = Least, most = Most;
  int value = Least;
  bool operator==(Whole const&) const = default;
};

// One of a few numbers, e.g. the months at which a follow-up is made.
template <int... Values>
struct Among {
  int value = 0;
  bool operator==(Among const&) const = default;
};

// One or more different values of an enumeration.
template <class E>
struct Several {
  std::vector<E> values;
  bool operator==(Several const&) const = default;
};

// Any number of different values of an enumeration, none included.
template <class E>
struct AnyOf {
  std::vector<E> values;
  bool operator==(AnyOf const&) const = default;
};

// A list of objects or texts in an event's data, none included, at most 200. What a case has gathered is a
// plain vector: it was checked when it came in, and a case stays readable however long it grows.
template <class T>
struct ListOf {
  std::vector<T> values;
  bool operator==(ListOf const&) const = default;
};

// An agreement that has to be given: only `true` is a value of it.
struct Agreed {
  bool operator==(Agreed const&) const = default;
};

// One of a fixed list of codes, e.g. the reasons of TRE_R358.
template <Literal... Codes>
struct Code {
  std::string value;
  bool operator==(Code const&) const = default;
};

// What an event may point to. The store resolves it in the one read; a name that leads nowhere is refused.
enum class Referent { session, committee, other_case, account };
template <Referent What>
struct Reference {
  static constexpr Referent what = What;
  std::string value;
  bool operator==(Reference const&) const = default;
};
using SessionReference = Reference<Referent::session>;
using CommitteeReference = Reference<Referent::committee>;
using CaseReference = Reference<Referent::other_case>;
using AccountReference = Reference<Referent::account>;

// A date that is the event's own: it is the entry's `occurred_on` (the contract: « an event's own date »).
struct OwnDate {
  Date value;
  bool operator==(OwnDate const&) const = default;
};

}  // namespace jalon
