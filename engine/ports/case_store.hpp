// Where cases are kept. One read and one write per command, one commit; the PostgreSQL store and the
// simulated one pass the same conformance suite (tests/kit/store_conformance.hpp).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/decision/decision.hpp"
#include "engine/model/snapshot.hpp"
#include "engine/model/surroundings.hpp"

namespace jalon {

// What a key already answered (Idempotency-Key): repeated word for word.
struct FirstAnswer {
  std::string body_hash;  // of the request it answered
  Json answer;
};

struct LoadRequest {
  std::string establishment;  // its code, « sesame »
  std::string case_id;        // empty: nothing but the clock, the facts and the key
  std::optional<std::string> session, committee, other_case, account;  // what the command points to
  std::optional<std::string> caller, key;  // the caller's login and Idempotency-Key
  std::optional<int> back_to;              // the case as it was after this entry
};

struct Loaded {
  Instant now;  // the clock of record: the database's, or the manual one
  int settings_revision = 0;
  std::optional<Snapshot> snapshot;
  std::optional<Snapshot> then;
  Facts facts;
  std::optional<FirstAnswer> first_answer;
};

// One history entry and everything that changes with it.
struct Entry {
  std::string command_id;  // a UUID of the attempt: looked up when a commit's outcome is unknown
  std::string establishment;
  Instant at;
  std::string actor;          // a login, or « engine »
  int expected_revision = 0;  // 0 opens a case
  Move move;
  std::map<std::string, std::string> states_before, states_after;  // as the outside sees them
  bool closed = false;
  bool person_changed = true;   // else the person's data need not be written again
  Json facts = Json::object();  // what the decision knew beside the case, so that it can be replayed
  std::optional<std::string> key, body_hash;
  Json answer;  // kept when there is a key
};

enum class Recorded { yes, conflict, seat_taken };

class CaseStore {
 public:
  virtual ~CaseStore() = default;
  // Throws Unavailable when the database cannot be reached in time.
  virtual Loaded load(LoadRequest const& request) = 0;
  // All entries in one commit, each only if its case is still at the expected revision, the committee and
  // session of its facts are as they were (how many seats are taken apart), and its session has a seat left;
  // those that are not change nothing and do not stop the others. Assigns the reference of a case
  // that opens (move.after.reference). Throws CommitInDoubt when the commit's outcome is unknown.
  virtual std::vector<Recorded> record(std::vector<Entry>& entries) = 0;
  // Whether the command was committed after all.
  virtual bool was_recorded(std::string const& establishment, std::string const& command_id) = 0;
};

struct Unavailable : std::runtime_error {
  using std::runtime_error::runtime_error;
};
// Not « InDoubt »: that is an e-mail's outcome (mailer.hpp).
struct CommitInDoubt : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace jalon
