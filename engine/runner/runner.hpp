// READ FIRST. The way of a command: load, decide, record. One read, the pure decision, one write, one commit.
//
//     POST /cases/{id}/events → Runner::submit → CaseStore::load → decide → CaseStore::record → answer
//
// A conflict (somebody else moved the case in between) is read and decided again. A commit whose outcome is
// unknown is looked up by its command's identifier, never repeated blindly. A key that has answered before
// gets that first answer again.
#pragma once
#include <functional>
#include <set>
#include <string>
#include <variant>

#include "engine/decision/decision.hpp"
#include "engine/ports/case_store.hpp"
#include "engine/ports/settings.hpp"

namespace jalon {

// Who asks, for which establishment, and under which key.
struct Request {
  std::string establishment;
  Actor actor;
  std::optional<std::string> key;  // Idempotency-Key
  std::string body_hash;           // of what was asked, with the key
};

struct Done {
  Json answer;  // the case, as the presenter shows it
  int revision = 0;
  std::string case_id;
  bool repeated = false;  // the first answer of a key, given again
};
struct NoSuchCase {};
struct KeyReused {};
using Outcome = std::variant<Done, Refusal, NoSuchCase, KeyReused>;

class Runner {
 public:
  // How a case is shown to the actor; called before the commit, because a keyed answer is kept in it.
  using Present = std::function<Json(Definition const&, Snapshot const&, Surroundings const&)>;
  using NewIdentifier = std::function<std::string()>;  // a UUID

  Runner(CaseStore& store, SettingsSource& settings, std::vector<Definition> const& definitions,
         Present present, NewIdentifier new_identifier);

  Outcome open(Request const& request, std::string const& workflow, Command const& command);
  // Many at once, all in one commit; a command that is refused opens nothing and does not stop the others.
  std::vector<Outcome> open_all(Request const& request, std::string const& workflow,
                                std::vector<Command> const& commands, bool writes = true);
  Outcome submit(Request const& request, std::string const& case_id, Command const& command);
  Outcome correct(Request const& request, std::string const& case_id, int back_to, std::string const& reason);
  Outcome amend(Request const& request, std::string const& case_id, Json const& patch,
                std::optional<int> expected_revision);
  // Counts those running deadlines anew under the settings in force (counting.hpp); nothing when no date
  // moves.
  std::optional<Outcome> recount(std::string const& establishment, std::string const& case_id,
                                 std::set<std::string> const& deadlines);
  // Lets a case that holds a seat in that session know of its pre-reception as it is now; nothing when it
  // does.
  std::optional<Outcome> see_session(std::string const& establishment, std::string const& case_id,
                                     std::string const& session);
  // What `submit` would do; nothing is written.
  Outcome try_out(Request const& request, std::string const& case_id, Command const& command);
  // The same for two, the second decided where the first leads: done when both would be.
  Outcome try_out_in_turn(Request const& request, std::string const& case_id, Command const& first,
                          Command const& second);
  Outcome read(Request const& request, std::string const& case_id);

  // The definition a running case was opened with; throws UnknownPlace when this program does not have it.
  Definition const& definition_of(Snapshot const& snapshot) const;
  Definition const* find_definition(std::string const& workflow) const;  // its newest version

 private:
  struct Attempt;  // one round: what was loaded, and what the decision sees of the world
  using Decide = std::function<Decision(Attempt const&)>;

  Outcome run(Request const& request, LoadRequest const& wanted, Decide const& decide, bool writes = true,
              Snapshot const& unopened = {});
  // Nothing when nothing is decided.
  std::optional<Outcome> act_as_engine(LoadRequest const& wanted,
                                       std::function<std::optional<Move>(Attempt const&)> const& decide);
  std::optional<Outcome> answer_before_deciding(Request const& request, Loaded const& loaded) const;
  std::optional<Outcome> record(Request const& request, Attempt const& attempt, Move move);
  Snapshot unopened_case(Definition const& definition) const;
  LoadRequest load_request(Request const& request, std::string const& case_id, Definition const* definition,
                           Command const& command) const;

  CaseStore& store_;
  SettingsSource& settings_;
  std::vector<Definition> const& definitions_;
  Present present_;
  NewIdentifier new_identifier_;
};

}  // namespace jalon
