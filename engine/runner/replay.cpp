#include "engine/runner/replay.hpp"

#include "engine/decision/counting.hpp"
#include "engine/runner/comparison.hpp"
#include "engine/runner/entry.hpp"
#include "engine/runner/expected_work.hpp"

namespace jalon {

namespace {

class Replay {
 public:
  Replay(Definition const& definition, RecordedCase const& recorded, SettingsHistory const& settings)
      : definition_(definition),
        recorded_(recorded),
        settings_(settings),
        comparison_(recorded),
        work_(recorded) {}

  std::vector<Discrepancy> run() {
    for (std::size_t i = 0; i < recorded_.entries.size(); ++i) check(i);
    check_current();
    work_.compare(comparison_);
    return comparison_.take();
  }

 private:
  void check(std::size_t index) {
    auto const& entry = recorded_.entries[index];
    if (entry.seq != int(index) + 1)
      return comparison_.differs(entry.seq, "numéro d'entrée", std::to_string(entry.seq),
                                 std::to_string(index + 1));
    Snapshot before = index == 0 ? unopened() : recorded_.entries[index - 1].after;
    before.person = recorded_.current.person;
    work_.show_to(before, entry.at);
    auto move = decide_again(before, entry);
    if (!move) {
      work_.skip(entry.seq);
      return comparison_.differs(entry.seq, "événement " + entry.event, "accepté", "refusé");
    }
    comparison_.compare(entry.seq, entry.after, move->after);
    comparison_.compare_states(entry.seq, entry.states, visible_states(definition_, move->after));
    work_.add(entry.seq, move->effects, std::move(move->after.queued));
  }

  void check_current() {
    auto const& current = recorded_.current;
    comparison_.compare_text(current.revision, "révision", std::to_string(current.revision),
                             std::to_string(recorded_.entries.size()));
    if (recorded_.entries.empty()) return;
    auto const& last = recorded_.entries.back();
    comparison_.compare(last.seq, current, last.after);
    comparison_.compare_states(last.seq, recorded_.states, visible_states(definition_, last.after));
    bool const closed = is_closed(definition_, last.after);
    if (recorded_.closed != closed)
      comparison_.differs(last.seq, "dossier clos", closed ? "non" : "oui", closed ? "oui" : "non");
  }

  Snapshot unopened() const {
    Snapshot snapshot;
    snapshot.id = recorded_.current.id, snapshot.workflow = definition_.id;
    snapshot.definition_version = definition_.version;
    snapshot.data = definition_.data.write(definition_.data.make().get());
    return snapshot;
  }

  std::optional<Move> decide_again(Snapshot const& before, RecordedEntry const& entry) const {
    static Actor const everybody{"verify", case_readers(), ""};
    if (is_about_a_letter(entry)) return unchanged(before, entry);
    auto const& settings = settings_at(settings_, entry.facts.value("settings_revision", 0));
    auto const around = surroundings_under(settings, entry.at, everybody, facts_from(entry.facts));
    if (entry.event == "deadline_passed") return pass_again(before, entry, around);
    if (entry.event == "deadlines_recounted")
      return recount(definition_, before, entry.data.at("deadlines").get<std::set<std::string>>(), around);
    if (entry.event == "session_changed") return see_session(definition_, before, around);
    auto decision = decision_again(before, entry, around);
    if (auto* move = std::get_if<Move>(&decision)) return std::move(*move);
    return std::nullopt;
  }

  Decision decision_again(Snapshot const& before, RecordedEntry const& entry,
                          Surroundings const& around) const {
    if (entry.event == "correction") return correct_again(before, entry, around);
    if (entry.event == "correct_data") return amend_again(before, entry, around);
    Json data = entry.data;
    bool const opens = entry.seq == 1;  // whose person is not in the history
    if (opens) data["person"] = write_described(recorded_.current.person);
    auto const occurred_on = opens ? std::nullopt : std::optional(entry.occurred_on);
    return decide(definition_, before, {entry.event, std::move(data), occurred_on, {}, {}}, around);
  }

  Decision correct_again(Snapshot const& before, RecordedEntry const& entry,
                         Surroundings const& around) const {
    int const back_to = entry.data.value("back_to", 0);
    if (back_to < 1 || back_to >= entry.seq) return Refusal{};
    auto const& then = recorded_.entries[std::size_t(back_to) - 1].after;
    return correct(definition_, before, then, back_to, entry.data.value("reason", ""), around);
  }

  // The person's data are those of now: only what stands in the history is corrected again.
  Decision amend_again(Snapshot const& before, RecordedEntry const& entry, Surroundings const& around) const {
    Json patch = entry.data;
    patch.erase("person");
    if (!patch.empty()) return amend(definition_, before, patch, around);
    return unchanged(before, entry);
  }

  // That a letter was posted or came back is no decision.
  static bool is_about_a_letter(RecordedEntry const& entry) {
    return entry.event == "letter_posted" || entry.event == "letter_returned";
  }

  static Move unchanged(Snapshot const& before, RecordedEntry const& entry) {
    Move move{entry.event, entry.data, entry.occurred_on, before, {}, {}, {}, {}};
    ++move.after.revision;
    return move;
  }

  std::optional<Move> pass_again(Snapshot const& before, RecordedEntry const& entry,
                                 Surroundings const& around) const {
    auto const id = entry.data.value("deadline", ""), due = entry.data.value("due", "");
    for (auto const& record : before.deadlines)
      if (record.id == id && to_string(record.date.due) == due && !record.passed)
        return pass_deadline(definition_, before, id, record.number, around);
    return std::nullopt;
  }

  static Facts facts_from(Json const& json) {
    Facts facts;
    facts.other_case_exists = facts.account_exists = true;
    if (json.contains("session")) {
      auto const& session = json["session"];
      facts.session =
          SessionFact{session.at("id"),       *parse_date(session.at("entry_on").get<std::string>()),
                      session.at("weeks"),    {},
                      session.at("capacity"), session.at("taken")};
      if (session.contains("pre_reception_on"))
        facts.session->pre_reception_on = parse_date(session["pre_reception_on"].get<std::string>());
    }
    if (json.contains("committee"))
      facts.committee = CommitteeFact{json["committee"].at("id"),
                                      *parse_date(json["committee"].at("held_on").get<std::string>())};
    return facts;
  }

  Definition const& definition_;
  RecordedCase const& recorded_;
  SettingsHistory const& settings_;
  Comparison comparison_;
  ExpectedWork work_;
};

}  // namespace

std::vector<Discrepancy> replay(std::vector<Definition> const& definitions, RecordedCase const& recorded,
                                SettingsHistory const& settings) {
  try {
    return Replay(definition_of(definitions, recorded.current), recorded, settings).run();
  } catch (UnknownPlace const& unknown) {
    auto const& current = recorded.current;
    return {{current.id, current.reference, current.revision, "parcours", unknown.what(),
             "une version et des états que ce programme a"}};
  }
}

}  // namespace jalon
