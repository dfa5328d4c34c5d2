// A journey told as a table of text, played on the pure decision: no database, no server, a clock that the
// table moves. What a coordinator would say of a case, one line each:
//
//     today 2026-01-05
//     open_case          | channel=digital              | notified_digital                |
//     send_first_contact |                              | first_contact_sent              | 41
//     letter:first_contact advance 14 days doctor: depart     | departed_on=2026-01-19       |
//     role_not_allowed
//
// event | data | what then stands or the refusal | what it causes. A cell that is not there is not checked;
// one that is there is checked whole.
//
// event    `who: event` acts in one role, else in every role the event may have. Also `correct`, `amend`,
//          `on DATE`, `advance N days|weeks`: the clock goes on and every deadline that falls due passes.
// data     `field=value`, lists with commas, `all` or `sheets` or `notifications` for documents; `@taken=8`
// and
//          such for the session or committee pointed to, `@on=DATE` for `occurred_on`, `@revision=N` for
//          If-Match.
// stands   a state of the journey, `region=state`, `region=none`; or a kind of refusal, with pointers of the
//          data at fault or the guards that block.
// causes   exactly these, in order: `41` `41:queued` transmissions, `letter:reminder` `email:…` messages,
//          `task:overdue` tasks opened (but for those to transmit), `done:overdue` tasks closed, `released`,
//          `cancelled`. And, each checked by itself: `due.seat=DATE` `raw.seat=DATE` (`none`), `overdue=…`,
//          `data.field=value`, `closed=yes`, `can=event`, `cannot=event:guard`, `absent=event`,
//          `reason="words that the refusal says"`.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/kit/engine/world.hpp"

namespace jalon::kit {

class JourneyTable {
 public:
  explicit JourneyTable(Definition const& definition);

  // Plays a table from its beginning; what went otherwise, each with its line. Empty: all as told.
  std::vector<std::string> play(std::string const& table);

  World& world() { return world_; }
  Snapshot const& snapshot() const { return case_; }

 private:
  struct Row;

  void play_line(std::string const& line);
  void move_clock(Date until);
  void send(Row const& row);
  void take(Decision const& decision);
  void prepare_facts(Row const& row);
  Decision decide_row(Row const& row);
  void check_stands(std::string const& cell);
  void check_refusal(std::string const& cell);
  void check_causes(std::string const& cell);
  void check_one(std::string const& key, std::string const& value);
  void check_reason(std::string const& words);
  std::string date_of(std::string const& deadline, bool raw) const;
  std::string overdue() const;
  PossibleAction const* find_action(std::string const& event);
  void expect_equal(std::string const& what, std::string const& expected, std::string const& actual);
  void fail(std::string const& what);

  Definition const& definition_;
  World world_;
  Snapshot case_;
  std::map<int, Snapshot> history_;  // after each entry
  std::vector<std::string> caused_;  // by the last line
  std::optional<Refusal> refusal_;
  std::vector<PossibleAction> actions_;
  std::string line_;
  int line_number_ = 0;
  std::vector<std::string> failures_;
};

}  // namespace jalon::kit
