// The registers beside the cases: lists people work from, committees, sessions, tasks, transmissions,
// accounts. Every answer is the contract's JSON; every call is one round trip.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/ports/case_store.hpp"
#include "engine/ports/settings.hpp"
#include "engine/runner/recorded_case.hpp"

namespace jalon {

struct PageRequest {
  int limit = 50;                     // 1..200
  std::optional<std::string> cursor;  // as given by the page before; throws BadCursor
};
struct Page {
  Json items = Json::array();
  std::optional<std::string> next;
};
struct BadCursor : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Whose cases: an mdph_partner sees only those of its department.
struct Sight {
  std::string establishment;
  std::optional<std::string> mdph;
};

enum class CaseOrder { newest, due, name };  // always the open ones first

struct CaseFilter {
  std::optional<std::string> state, region, role,
      query;  // role: with an open task or a deadline of that role
  std::optional<bool> overdue;
  std::optional<std::string> mdph = {};              // department
  std::optional<std::string> session = {};           // with a seat in it
  std::optional<std::string> missing_document = {};  // open, and without that document
  std::optional<Date> born_on = {};
  std::optional<bool> closed = {};
  CaseOrder order = CaseOrder::newest;
};

// Which tasks: those of any of these roles (none: everybody's), due in a window, of one kind.
struct TaskFilter {
  std::vector<std::string> roles = {};
  std::optional<std::string> kind = {};
  std::optional<Date> from = {}, until = {};
  bool undated = false;      // only what has no date
  bool of_deadlines = true;  // also those that a passed deadline opened
};

struct NewCommittee {
  Date held_on;
};
struct NewSession {
  Date entry_on;
  int capacity = 0, weeks = 14;
  std::optional<Date> pre_reception_on;
};

struct AccountRecord {
  std::string establishment, login, name;
  std::optional<std::string> email, mdph;
  std::vector<std::string> roles;
  std::string password_hash;
};

// By what a notification is known again: its national decision, or whom it is about and when it came.
struct NotificationMarks {
  std::string national_decision_id;  // may be empty
  std::string family_name, given_name, birth_date, mdph, received_on;
};
enum class Familiar {
  no,
  decision,     // an open case has this national decision
  notification  // a case, open or closed, has this person, MDPH and day, and no other national decision
};

enum class Disabled { now, already, no_such };
enum class Finished { yes, no_such, not_this_way };

class Registers {
 public:
  virtual ~Registers() = default;

  // ---- lists ----
  // Items: {"id","reference","workflow","states","closed","overdue","due" (earliest, or
  // null),"person":{names},"mdph"}
  virtual Page cases(Sight const&, CaseFilter const&, PageRequest const&) = 0;
  // The identifier of the case with that reference, if it is in sight.
  virtual std::optional<std::string> find_case(Sight const&, std::string const& reference) = 0;
  virtual std::optional<Page> history(Sight const&, std::string const& case_id, PageRequest const&) = 0;
  virtual std::optional<Snapshot> case_at(Sight const&, std::string const& case_id, Instant at) = 0;
  virtual Page overdue(Sight const&, PageRequest const&) = 0;
  virtual Page tasks(Sight const&, TaskFilter const&, PageRequest const&) = 0;
  virtual Page messages(Sight const&, std::optional<std::string> const& case_id, PageRequest const&) = 0;
  virtual Page transmissions(Sight const&, std::optional<std::string> const& case_id, PageRequest const&) = 0;
  virtual Page committees(std::string const& establishment, PageRequest const&) = 0;
  virtual Page sessions(std::string const& establishment, PageRequest const&) = 0;

  // Of each of these notifications, whether it has come already: not imported twice.
  virtual std::vector<Familiar> familiar_notifications(
      std::string const& establishment, std::vector<NotificationMarks> const& notifications) = 0;

  // Cases with their whole histories and all that these caused, by identifier, after the given one: for
  // `jalon verify`.
  virtual std::vector<RecordedCase> recorded_cases(std::string const& establishment,
                                                   std::optional<std::string> const& after, int limit) = 0;
  virtual SettingsHistory settings_history(std::string const& establishment) = 0;
  virtual std::size_t number_of_cases(std::string const& establishment) = 0;

  // ---- changes beside the cases ----
  virtual Json add_committee(std::string const& establishment, NewCommittee const&) = 0;  // with its id
  virtual Json add_session(std::string const& establishment, NewSession const&) = 0;
  // Putting right what was fixed: looked at and written in one, so that no event slips in between. Each
  // answers nothing when there is no such committee or session, else {"kept_by": null when it is done, or
  // what forbids it, "now": as it is then}. `kept_by`: how many of each hang on it (the « ties »); of a
  // session also
  // {"capacity": seats taken}, {"pre_reception_passed": its day} or {"order": a day not before the entry}.
  virtual std::optional<Json> move_committee(std::string const& establishment, std::string const& id,
                                             Date held_on) = 0;
  virtual std::optional<Json> remove_committee(std::string const& establishment, std::string const& id) = 0;
  // `patch`: any of entry_on, weeks, capacity, pre_reception_on (null takes it away).
  virtual std::optional<Json> amend_session(std::string const& establishment, std::string const& id,
                                            Json const& patch) = 0;
  virtual std::optional<Json> remove_session(std::string const& establishment, std::string const& id) = 0;
  // What hangs on a committee: {"day","place"}, each {"listed","lists","minutes"}; its place also "grades".
  virtual std::optional<Json> committee_ties(std::string const& establishment, std::string const& id) = 0;
  // What hangs on a session: {"taken","named" (cases that ever had a seat)}.
  virtual std::optional<Json> session_ties(std::string const& establishment, std::string const& id) = 0;
  // not_this_way: a transmission's task is done by confirming the transmission.
  virtual Finished finish_task(std::string const& establishment, std::string const& id,
                               std::string const& login) = 0;
  // not_this_way: still queued. Confirming again the same is yes.
  virtual Finished confirm_transmission(std::string const& establishment, std::string const& id, Date on,
                                        std::optional<std::string> const& proof,
                                        std::string const& login) = 0;
  virtual std::optional<Json> transmission(std::string const& establishment, std::string const& id) = 0;
  virtual std::optional<Json> task(std::string const& establishment, std::string const& id) = 0;

  // ---- who calls ----
  virtual void add_establishment(std::string const& code, std::string const& name) = 0;
  virtual std::vector<std::string> establishments() = 0;  // codes
  virtual void add_account(AccountRecord const&) = 0;     // throws AlreadyThere
  virtual Disabled disable_account(std::string const& establishment, std::string const& login) = 0;
  // Keeps only the hash of the secret. False when there is no such account or it is disabled.
  virtual bool add_token(std::string const& establishment, std::string const& login,
                         std::string const& token_hash, int days_valid) = 0;
  struct Caller {
    std::string establishment, login, name;
    std::vector<std::string> roles;
    std::optional<std::string> mdph;
  };
  virtual std::optional<Caller> caller_of_token(
      std::string const& token_hash) = 0;  // real time, whatever the clock
  virtual std::optional<Caller> caller_of_login(std::string const& establishment,
                                                std::string const& login) = 0;  // nothing when disabled

  // ---- the clock of record ----
  struct Clock {
    bool manual = false;
    Instant now;
  };
  virtual Clock clock() = 0;
  virtual void set_manual_clock(Instant now) = 0;  // forward only; throws std::invalid_argument otherwise
  virtual void start_real_clock() = 0;             // from then on no manual clock: set_manual_clock throws

  // ---- settings ----
  virtual Json setting(std::string const& establishment, std::string const& name) = 0;  // null when never set
  virtual void set_setting(std::string const& establishment, std::string const& name, Json const& value,
                           std::string const& login) = 0;

  // ---- lists of the pages ----
  // How many cases those filters leave, whatever their state: {"open":[{"state","count"}] in the journey,
  // "closed"}. `state`, `region`, `closed`, `query` and `born_on` are not looked at.
  virtual Json case_counts(Sight const&, CaseFilter const&) = 0;
  // Those that are "queued" or "to_do" in their order, or "confirmed", the newest first.
  virtual Page transmissions_in(Sight const&, std::string const& status, PageRequest const&) = 0;
  // Letters that left, the last day first: as `messages`, with the person's names.
  virtual Page letters_posted(Sight const&, PageRequest const&) = 0;

  // ---- lists that an account keeps by a name ----
  // {"id","name","filters"}, by name; `filters` is an object of texts, as GET /cases takes them.
  virtual Json saved_views(std::string const& establishment, std::string const& login) = 0;
  // A name that is there already gets these filters. Nothing when the account keeps as many as it may (50).
  virtual std::optional<Json> save_view(std::string const& establishment, std::string const& login,
                                        std::string const& name, Json const& filters) = 0;
  virtual bool remove_view(std::string const& establishment, std::string const& login,
                           std::string const& id) = 0;
};

struct AlreadyThere : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace jalon
