#include "engine/runner/replay.hpp"

#include "engine/runner/entry.hpp"

namespace jalon {

namespace {

class Replay {
 public:
  Replay(Definition const& definition, RecordedCase const& recorded, Settings const& settings)
      : definition_(definition), recorded_(recorded), settings_(settings) {}

  std::vector<Discrepancy> run() {
    for (std::size_t i = 0; i < recorded_.entries.size(); ++i) check(i);
    auto const& current = recorded_.current;
    if (current.revision != int(recorded_.entries.size()))
      report(current.revision, "la révision n'est pas le nombre d'entrées");
    else if (!recorded_.entries.empty())
      compare(recorded_.entries.back().after, current, current.revision, "le dossier");
    return std::move(found_);
  }

 private:
  void report(int seq, std::string message) {
    found_.push_back({recorded_.current.id, seq, std::move(message)});
  }

  void check(std::size_t index) {
    auto const& entry = recorded_.entries[index];
    if (entry.seq != int(index) + 1) return report(entry.seq, "les entrées ne se suivent pas");
    if (!can_be_decided_again(entry)) return;
    Snapshot before = index == 0 ? Snapshot{} : recorded_.entries[index - 1].after;
    before.person = recorded_.current.person;
    auto const after = decide_again(before, entry);
    if (!after) return report(entry.seq, "« " + entry.event + " » ne serait pas accepté");
    compare(*after, entry.after, entry.seq, "« " + entry.event + " »");
  }

  // Data that corrections brought are what they are; an opening's person is not in the history.
  static bool can_be_decided_again(RecordedEntry const& entry) {
    return entry.event != "correction" && entry.event != "correct_data" && entry.event != "open_case";
  }

  std::optional<Snapshot> decide_again(Snapshot const& before, RecordedEntry const& entry) const {
    static Actor const everybody{"verify", case_readers(), ""};
    Surroundings const around{entry.at,  paris_date(entry.at),   settings_.calendar, settings_.reasons,
                              everybody, facts_from(entry.facts)};
    if (entry.event == "deadline_passed") return pass_again(before, entry, around);
    auto decision = decide(definition_, before, {entry.event, entry.data, entry.occurred_on, {}, {}}, around);
    if (auto* move = std::get_if<Move>(&decision)) return std::move(move->after);
    return std::nullopt;
  }

  std::optional<Snapshot> pass_again(Snapshot const& before, RecordedEntry const& entry,
                                     Surroundings const& around) const {
    auto const id = entry.data.value("deadline", "");
    for (auto const& record : before.deadlines) {
      if (record.id != id || record.passed) continue;
      if (auto move = pass_deadline(definition_, before, id, record.number, around))
        return std::move(move->after);
    }
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

  void compare(Snapshot const& expected, Snapshot const& stored, int seq, std::string const& what) {
    if (expected.places != stored.places) report(seq, what + " : les états diffèrent");
    if (expected.data != stored.data) report(seq, what + " : les données diffèrent");
  }

  Definition const& definition_;
  RecordedCase const& recorded_;
  Settings const& settings_;
  std::vector<Discrepancy> found_;
};

}  // namespace

std::vector<Discrepancy> replay(std::vector<Definition> const& definitions, RecordedCase const& recorded,
                                Settings const& settings) {
  return Replay(definition_of(definitions, recorded.current), recorded, settings).run();
}

}  // namespace jalon
