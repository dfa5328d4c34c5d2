// How a deadline is written in a table: who owns it, from which date, by which period, rolled how.
//     struct FileReturn : Deadline<"file_return", "Retour du dossier", Role::admin_assistant,
//                                  After<StateEntered, calendar_months(1)>> {};
// A term answers for its occurrence number (0 for most): the due date with its derivation, or nothing. One
// that names its `anchor` and `period` may be set otherwise by an establishment (policy.hpp).
#pragma once
#include <string>

#include "engine/calendar/quarter.hpp"
#include "engine/calendar/training_weeks.hpp"
#include "engine/model/literal.hpp"
#include "engine/model/turn.hpp"
#include "engine/model/vocabulary.hpp"

namespace jalon {

// ---- anchors: `static std::optional<Date> date(View, Date state_entered)`
// -----------------------------------

struct StateEntered {
  static constexpr std::string_view id = "state_entered";
  template <class V>
  static std::optional<Date> date(V const&, Date entered) {
    return entered;
  }
};
struct ReceivedOn {
  static constexpr std::string_view id = "received_on";
  template <class V>
  static std::optional<Date> date(V const& view, Date) {
    return view.notification().received_on;
  }
};

// ---- terms
// -------------------------------------------------------------------------------------------------

// Forward: the next opening day by default. Backward (a negative period): the nearest opening day before.
template <class Anchor, Period P,
          Roll R = (P.count < 0 ? Roll::previous_opening_day : Roll::next_opening_day)>
struct After {
  using anchor = Anchor;
  static constexpr Period period = P;
  static constexpr Roll roll = R;
  static constexpr bool training_weeks = false;
  static std::string rule() {
    return to_string(P) + " from " + std::string(Anchor::id) + ", " + std::string(to_string(R));
  }
  template <class V>
  static std::optional<DueDate> date(V const& view, Date entered, int number) {
    auto const anchor = Anchor::date(view, entered);
    if (!anchor || number > 0) return std::nullopt;
    return due_date(*anchor, P, R, view.calendar());
  }
};

// The anchor's own date, as it is.
template <class Anchor, Literal What, Roll R = Roll::none>
struct On {
  static constexpr Roll roll = R;
  static constexpr bool training_weeks = false;
  static std::string rule() { return "on " + std::string(Anchor::id) + ", " + std::string(to_string(R)); }
  template <class V>
  static std::optional<DueDate> date(V const& view, Date entered, int number) {
    auto const anchor = Anchor::date(view, entered);
    if (!anchor || number > 0) return std::nullopt;
    return fixed_date(*anchor, R, view.calendar(), What.view());
  }
};

// Comes back after each period, counted from the raw date of the one before, without end.
template <class Anchor, Period P>
struct Every {
  using anchor = Anchor;
  static constexpr Period period = P;
  static constexpr bool comes_back = true;
  static constexpr Roll roll = Roll::next_opening_day;
  static constexpr bool training_weeks = false;
  static std::string rule() {
    return "every " + to_string(P) + " from " + std::string(Anchor::id) + ", next_opening_day";
  }
  template <class V>
  static std::optional<DueDate> date(V const& view, Date entered, int number) {
    auto const anchor = Anchor::date(view, entered);
    if (!anchor) return std::nullopt;
    return due_date(*anchor, Period{P.count * (number + 1), P.unit}, roll, view.calendar());
  }
};

// Once per named number of months from the anchor.
template <class Anchor, int... Months>
struct AtMonths {
  static constexpr int numbers[] = {Months...};
  static constexpr Roll roll = Roll::next_opening_day;
  static constexpr bool training_weeks = false;
  static std::string rule() {
    std::string text = "at months";
    for (int month : numbers) text += " " + std::to_string(month);
    return text + " from " + std::string(Anchor::id) + ", next_opening_day";
  }
  template <class V>
  static std::optional<DueDate> date(V const& view, Date entered, int number) {
    auto const anchor = Anchor::date(view, entered);
    if (!anchor || number >= int(sizeof...(Months))) return std::nullopt;
    return due_date(*anchor, calendar_months(numbers[number]), roll, view.calendar());
  }
};

// The last opening day of each named open training week; the anchor's week is S1. Weeks lost to a suspension
// are added to the number.
template <class Anchor, int... Weeks>
struct AtTrainingWeeks {
  static constexpr int numbers[] = {Weeks...};
  static constexpr Roll roll = Roll::none;
  static constexpr bool training_weeks = true;
  static std::string rule() {
    std::string text = "end of training week";
    for (int week : numbers) text += " S" + std::to_string(week);
    return text + " from " + std::string(Anchor::id);
  }
  template <class V>
  static std::optional<DueDate> date(V const& view, Date entered, int number) {
    auto const anchor = Anchor::date(view, entered);
    if (!anchor || number >= int(sizeof...(Weeks))) return std::nullopt;
    return training_week_end(*anchor, numbers[number] + view.turn.weeks_lost, view.calendar());
  }
};

// ---- the deadline
// ------------------------------------------------------------------------------------------

struct DeadlineBase {
  static constexpr bool fixed = false;      // no suspension moves it
  static constexpr bool automatic = false;  // its passing may move the case by itself
  // What the passing asks of the owner; « overdue » unless the deadline says otherwise.
  template <class V>
  static std::string_view task_kind(V const&) {
    return "overdue";
  }
  // Whether occurrence `number` has already been done, so that the next one stands.
  template <class V>
  static bool answered(V const&, int) {
    return false;
  }
};

template <Literal Id, Literal Label, Role Owner, class Term>
struct Deadline : DeadlineBase {
  static constexpr std::string_view id = Id.view(), label = Label.view();
  static constexpr Role owner = Owner;
  using term = Term;
};

}  // namespace jalon
