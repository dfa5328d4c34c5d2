#include "engine/runner/runner.hpp"

#include <algorithm>

#include "engine/decision/counting.hpp"
#include "engine/runner/entry.hpp"

namespace jalon {

namespace {
constexpr int most_attempts = 20;

// A partner of another MDPH does not learn that the case exists.
bool is_in_sight(Actor const& actor, Snapshot const& snapshot) {
  if (snapshot.revision == 0 || !actor.roles.has(Role::mdph_partner)) return true;
  return actor.roles.meets(team_roles()) || actor.mdph == snapshot.notification.mdph;
}
}  // namespace

struct Runner::Attempt {
  Loaded loaded;
  std::shared_ptr<Settings const> settings;
  Definition const& definition;
  Surroundings around;
  Snapshot const& before() const { return *loaded.snapshot; }
};

Runner::Runner(CaseStore& store, SettingsSource& settings, std::vector<Definition> const& definitions,
               Present present, NewIdentifier new_identifier)
    : store_(store),
      settings_(settings),
      definitions_(definitions),
      present_(std::move(present)),
      new_identifier_(std::move(new_identifier)) {}

Outcome Runner::run(Request const& request, LoadRequest const& wanted, Decide const& decide, bool writes,
                    Snapshot const& unopened) {
  for (int attempts = 0; attempts < most_attempts; ++attempts) {
    Loaded loaded = store_.load(wanted);
    if (wanted.case_id.empty()) loaded.snapshot = unopened;
    if (auto outcome = answer_before_deciding(request, loaded)) return std::move(*outcome);
    auto settings = settings_.settings(request.establishment, loaded.settings_revision);
    auto const& definition = definition_of(*loaded.snapshot);
    auto around = surroundings_under(*settings, loaded.now, request.actor, loaded.facts);
    Attempt const attempt{std::move(loaded), settings, definition, std::move(around)};
    Decision decision = decide(attempt);
    if (auto* refusal = std::get_if<Refusal>(&decision)) return std::move(*refusal);
    Move move = std::get<Move>(std::move(decision));
    if (!writes)
      return Done{trial_answer(present_, attempt.definition, move, attempt.around), move.after.revision,
                  attempt.before().id, false};
    if (auto outcome = record(request, attempt, std::move(move))) return std::move(*outcome);
  }
  throw Unavailable("Le dossier est très demandé en ce moment.");
}

std::optional<Outcome> Runner::answer_before_deciding(Request const& request, Loaded const& loaded) const {
  if (!loaded.snapshot || !is_in_sight(request.actor, *loaded.snapshot)) return NoSuchCase{};
  if (!loaded.first_answer) return std::nullopt;
  if (loaded.first_answer->body_hash != request.body_hash) return KeyReused{};
  Json const& answer = loaded.first_answer->answer;
  return Done{answer, answer.at("revision").get<int>(), answer.at("id").get<std::string>(), true};
}

// Nothing when the case has moved meanwhile: read and decide again.
std::optional<Outcome> Runner::record(Request const& request, Attempt const& attempt, Move move) {
  Json answer = present_(attempt.definition, move.after, attempt.around);
  std::vector<Entry> entries;
  entries.push_back(make_entry(attempt.definition, attempt.before(), std::move(move), attempt.around,
                               request.establishment, new_identifier_()));
  Entry& entry = entries.front();
  entry.answer = std::move(answer);
  if (request.key) entry.key = request.key, entry.body_hash = request.body_hash;
  try {
    if (store_.record(entries).front() != Recorded::yes) return std::nullopt;
  } catch (CommitInDoubt const&) {
    if (!store_.was_recorded(request.establishment, entry.command_id)) return std::nullopt;
  }
  entry.answer["reference"] = entry.move.after.reference;
  return Done{std::move(entry.answer), entry.move.after.revision, entry.move.after.id, false};
}

LoadRequest Runner::load_request(Request const& request, std::string const& case_id,
                                 Definition const* definition, Command const& command) const {
  LoadRequest wanted;
  wanted.establishment = request.establishment;
  wanted.case_id = case_id;
  wanted.caller = request.actor.login, wanted.key = request.key;
  if (definition)
    add_references(*definition, command, wanted);
  else
    for (auto const& each : definitions_) add_references(each, command, wanted);
  return wanted;
}

Snapshot Runner::unopened_case(Definition const& definition) const {
  Snapshot unopened;
  unopened.id = new_identifier_(), unopened.workflow = definition.id,
  unopened.definition_version = definition.version;
  unopened.data = definition.data.write(definition.data.make().get());
  return unopened;
}

Outcome Runner::open(Request const& request, std::string const& workflow, Command const& command) {
  auto const* definition = find_definition(workflow);
  if (!definition)
    return Refusal{Refusal::Kind::invalid_data,
                   "Des données ne conviennent pas.",
                   {{"/workflow", "value", "ce parcours n'existe pas"}},
                   {}};
  LoadRequest wanted = load_request(request, "", definition, command);
  auto outcome = run(
      request, wanted,
      [&](Attempt const& attempt) {
        return jalon::decide(attempt.definition, attempt.before(), command, attempt.around);
      },
      true, unopened_case(*definition));
  // The reference is given by the commit, so the answer kept in that commit does not have it yet; nor has a
  // first answer, when the commit's own was lost.
  if (auto* done = std::get_if<Done>(&outcome); done && (done->repeated || done->answer["reference"] == "")) {
    LoadRequest opened{request.establishment, done->case_id, {}, {}, {}, {}, {}, {}, {}};
    if (auto const loaded = store_.load(opened); loaded.snapshot)
      done->answer["reference"] = loaded.snapshot->reference;
  }
  return outcome;
}

std::vector<Outcome> Runner::open_all(Request const& request, std::string const& workflow,
                                      std::vector<Command> const& commands, bool writes) {
  auto const* definition = find_definition(workflow);
  if (!definition) throw UnknownPlace("ce parcours n'existe pas : " + workflow);
  LoadRequest wanted;
  wanted.establishment = request.establishment;
  Loaded const loaded = store_.load(wanted);
  auto const settings = settings_.settings(request.establishment, loaded.settings_revision);
  auto const around = surroundings_under(*settings, loaded.now, request.actor, {});
  std::vector<Outcome> outcomes;
  std::vector<Entry> entries;
  for (auto const& command : commands) {
    Snapshot const unopened = unopened_case(*definition);
    auto decision = decide(*definition, unopened, command, around);
    if (auto* refusal = std::get_if<Refusal>(&decision)) {
      outcomes.emplace_back(std::move(*refusal));
      continue;
    }
    outcomes.emplace_back(Done{Json(), 1, unopened.id, false});
    entries.push_back(make_entry(*definition, unopened, std::get<Move>(std::move(decision)), around,
                                 request.establishment, new_identifier_()));
  }
  if (writes && !entries.empty()) store_.record(entries);
  return outcomes;
}

Outcome Runner::submit(Request const& request, std::string const& case_id, Command const& command) {
  return run(request, load_request(request, case_id, nullptr, command), [&](Attempt const& attempt) {
    return jalon::decide(attempt.definition, attempt.before(), command, attempt.around);
  });
}

Outcome Runner::try_out(Request const& request, std::string const& case_id, Command const& command) {
  Request unkeyed = request;
  unkeyed.key.reset();
  return run(
      unkeyed, load_request(unkeyed, case_id, nullptr, command),
      [&](Attempt const& attempt) {
        return jalon::decide(attempt.definition, attempt.before(), command, attempt.around);
      },
      false);
}

Outcome Runner::try_out_in_turn(Request const& request, std::string const& case_id, Command const& first,
                                Command const& second) {
  Request unkeyed = request;
  unkeyed.key.reset();
  return run(
      unkeyed, load_request(unkeyed, case_id, nullptr, second),
      [&](Attempt const& attempt) {
        auto decision = jalon::decide(attempt.definition, attempt.before(), first, attempt.around);
        auto const* move = std::get_if<Move>(&decision);
        return move ? jalon::decide(attempt.definition, move->after, second, attempt.around) : decision;
      },
      false);
}

Outcome Runner::correct(Request const& request, std::string const& case_id, int back_to,
                        std::string const& reason) {
  LoadRequest wanted = load_request(request, case_id, nullptr, {});
  wanted.back_to = back_to;
  if (auto const then = store_.load(wanted).then) add_plans(definition_of(*then), *then, wanted);
  return run(request, wanted, [&](Attempt const& attempt) -> Decision {
    if (!attempt.loaded.then)
      return jalon::correct(attempt.definition, attempt.before(), attempt.before(), back_to, reason,
                            attempt.around);
    auto const& then = *attempt.loaded.then;
    if (auto refusal = refuse_changed_plans(attempt.definition, then, attempt.around.facts)) return *refusal;
    return jalon::correct(attempt.definition, attempt.before(), then, back_to, reason, attempt.around);
  });
}

Outcome Runner::amend(Request const& request, std::string const& case_id, Json const& patch,
                      std::optional<int> expected_revision) {
  return run(request, load_request(request, case_id, nullptr, {}), [&](Attempt const& attempt) -> Decision {
    if (expected_revision && *expected_revision != attempt.before().revision)
      return Refusal{
          Refusal::Kind::stale, "Le dossier a changé depuis que vous l'avez lu : relisez-le.", {}, {}};
    return jalon::amend(attempt.definition, attempt.before(), patch, attempt.around);
  });
}

std::optional<Outcome> Runner::recount(std::string const& establishment, std::string const& case_id,
                                       std::set<std::string> const& deadlines) {
  LoadRequest wanted;
  wanted.establishment = establishment, wanted.case_id = case_id;
  return act_as_engine(wanted, [&](Attempt const& attempt) {
    return jalon::recount(attempt.definition, attempt.before(), deadlines, attempt.around);
  });
}

std::optional<Outcome> Runner::see_session(std::string const& establishment, std::string const& case_id,
                                           std::string const& session) {
  LoadRequest wanted;
  wanted.establishment = establishment, wanted.case_id = case_id, wanted.session = session;
  return act_as_engine(wanted, [](Attempt const& attempt) {
    return jalon::see_session(attempt.definition, attempt.before(), attempt.around);
  });
}

std::optional<Outcome> Runner::act_as_engine(
    LoadRequest const& wanted, std::function<std::optional<Move>(Attempt const&)> const& decide) {
  Request const request{wanted.establishment, {"engine", {}, {}}, {}, ""};
  bool moves = true;
  auto outcome = run(request, wanted, [&](Attempt const& attempt) {
    auto move = decide(attempt);
    moves = move.has_value();
    return move ? Decision(std::move(*move)) : Decision(Refusal{});
  });
  return moves ? std::optional(std::move(outcome)) : std::nullopt;
}

Outcome Runner::read(Request const& request, std::string const& case_id) {
  Request unkeyed = request;
  unkeyed.key.reset();
  LoadRequest const wanted = load_request(unkeyed, case_id, nullptr, {});
  Loaded const loaded = store_.load(wanted);
  if (auto outcome = answer_before_deciding(unkeyed, loaded)) return *outcome;
  auto const settings = settings_.settings(request.establishment, loaded.settings_revision);
  auto const around = surroundings_under(*settings, loaded.now, request.actor, {});
  auto const& snapshot = *loaded.snapshot;
  return Done{present_(definition_of(snapshot), snapshot, around), snapshot.revision, snapshot.id, false};
}

Definition const* Runner::find_definition(std::string const& workflow) const {
  Definition const* newest = nullptr;
  for (auto const& definition : definitions_)
    if (definition.id == workflow && (!newest || definition.version > newest->version)) newest = &definition;
  return newest;
}

Definition const& Runner::definition_of(Snapshot const& snapshot) const {
  return jalon::definition_of(definitions_, snapshot);
}

}  // namespace jalon
