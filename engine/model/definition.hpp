// A workflow's table as data: what the kernel fires, the evaluator explains, the proof checks, the diagrams
// draw. Made once, at start-up, by `reflect<W>()`; numbers are positions in these lists and are never kept.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/turn.hpp"

namespace jalon {

struct GuardModel {
  std::string_view id, reason;
  bool reads_event = false;  // cannot be answered before the event's data are there
  bool (*holds)(Turn const&) = nullptr;
  std::string (*detail)(Turn const&) = nullptr;  // what is missing in this case, beside the reason
};
struct ConditionModel {
  std::string_view id;
  std::string_view family;  // of which at most one holds; empty: none
  bool negated = false, reads_event = false;
  bool (*holds)(Turn const&) = nullptr;
};
struct ActionModel {
  std::string_view id, what;
  std::string_view message_template;   // when it writes to somebody
  std::string_view transmission_code;  // when it reports to the MDPH
  bool writes_to_mdph = false;         // the message is for the MDPH
  void (*run)(Turn&) = nullptr;
};

struct DeadlineModel {
  std::string_view id, label;
  Role owner{};
  std::string rule;  // « P15D après received_on, next_opening_day »
  Roll roll = Roll::none;
  bool fixed = false;           // set by a session or a committee: no suspension moves it
  bool training_weeks = false;  // counted in open training weeks
  bool automatic = false;       // its passing may move the case by itself
  bool (*answered)(Turn const&, int number) = nullptr;
  std::string_view (*task_kind)(Turn const&) = nullptr;
  // Occurrence `number` for a state entered on `entered`; nothing when there is no such occurrence.
  std::optional<DueDate> (*date)(Turn const&, Date entered, int number) = nullptr;
  // What an establishment may set otherwise; without a period it is the table's alone.
  std::optional<Period> period;
  bool comes_back = false;
  std::optional<Date> (*anchor)(Turn const&, Date entered) = nullptr;
};

// The documents a case gathers, where its establishment may say which of them it requires.
struct DocumentsModel {
  std::vector<std::pair<std::string_view, std::string_view>> known;  // name, in French
  // Of a case's data: those the policy requires and that are not there yet; none when they were waived.
  std::vector<std::string_view> (*missing)(Json const& data, Policy const&) = nullptr;
};

// A letter that leaves only where the establishment's policy wants it: when this event (any, when empty)
// brings the case into this state.
struct OptionalLetterModel {
  std::string_view template_name, label, event, state;
};

// What kind of fact a field holds, where not everybody who sees the case may read it (engine/access).
enum class FactClass { medical, conclusion, social, team, leaving };
struct ClassifiedField {
  std::string_view field;
  FactClass fact{};
  std::string_view event = {};  // only in the entries of this one; empty: wherever the field stands
};

struct RestartModel {
  int deadline = -1;
  Period period;
};

struct RowModel {
  std::string id;  // « file_sent.return_file.completeness_check »
  int machine = 0, source = 0, target = 0, event = 0;
  bool internal = false, otherwise = false, alongside = false, may_precede_state = false;
  RoleSet roles;
  std::vector<ConditionModel> conditions;
  std::vector<GuardModel> guards;
  std::vector<ActionModel> actions;
  std::vector<RestartModel> restarts;
  std::string_view tells_nobody_because;
};

struct EventModel {
  std::string_view id, label;
  RoleSet roles;
  bool opening = false, of_engine = false, leaving = false;
  std::vector<std::pair<std::string, Referent>> references;  // field → what it points to
  std::vector<std::string> fields;
  std::vector<int> rows;
  std::shared_ptr<void> (*parse)(Json const&, FieldErrors&) = nullptr;
  // What the types alone cannot say; pointers below /data.
  void (*check)(Turn const&, FieldErrors&) = nullptr;
  std::optional<Date> (*own_date)(void const*) = nullptr;
  Json (*schema)() = nullptr;
  void (*open)(void const*, Person&, Notification&) = nullptr;
};

struct StateModel {
  std::string_view id, label;
  int machine = 0, region = -1;
  int inner = -1;       // the machine inside, when composite
  int remembered = -1;  // the machine whose place is kept while the case is here
  bool initial = false, hidden = false, final = false, terminal = false, interrupting = false;
  bool freezes_deadlines = false, opens_transmissions = false;
  std::string_view no_deadline_because, tells_nobody_because;
  std::vector<std::string_view> tags;
  std::vector<int> deadlines;
};

struct RegionModel {
  std::string id;  // « journey », « stay.contract »
  std::string_view label;
  int machine = 0, initial = 0;
};
struct MachineModel {
  std::string_view id, label;
  int parent_state = -1, first_region = 0, region_count = 0;
};

struct DataModel {
  std::shared_ptr<void> (*make)() = nullptr;  // those of a case not yet opened
  std::shared_ptr<void> (*read)(Json const&) = nullptr;
  std::shared_ptr<void> (*copy)(void const*) = nullptr;
  Json (*write)(void const*) = nullptr;
  // The session whose seat the case holds, if any.
  std::optional<std::string> (*seat)(void const*) = nullptr;
  // The committee it is listed for, as it was then.
  std::optional<CommitteeFact> (*committee)(void const*) = nullptr;
  // Takes up what changed of the session whose seat the case holds; whether anything did.
  bool (*see_session)(void*, SessionFact const&) = nullptr;
};

class Kernel;

struct Definition {
  std::string_view id, label;
  int version = 0;
  std::vector<MachineModel> machines;
  std::vector<RegionModel> regions;
  std::vector<StateModel> states;
  std::vector<EventModel> events;
  std::vector<RowModel> rows;
  std::vector<DeadlineModel> deadlines;
  DataModel data;
  DocumentsModel documents;
  std::vector<OptionalLetterModel> optional_letters;
  std::vector<ClassifiedField> classified;
  std::shared_ptr<Kernel const> kernel;

  int find_state(int region, std::string_view id) const;  // -1 when there is none
  int find_region(std::string_view id) const;
  int find_event(std::string_view id) const;
  // A deadline's name may stand in several states with another rule each.
  int find_deadline(StateModel const& state, std::string_view id) const;
  StateModel const& state_of(DeadlineRecord const& record) const;  // throws UnknownPlace
  DeadlineModel const& model_of(DeadlineRecord const& record) const;

  // Whether the state is where its region stands and every composite around it is active.
  bool is_active(Places const& places, int state) const;
  bool has_active(Places const& places, bool StateModel::*property) const;
  Places places_of(Snapshot const& snapshot) const;  // throws UnknownPlace
  Places initial_places() const;

  // Fills what follows from the rest: which region a state belongs to, which rows an event has.
  void complete();
};

// A stored row names a state this definition does not know: the case cannot be carried on by this program.
struct UnknownPlace : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace jalon
