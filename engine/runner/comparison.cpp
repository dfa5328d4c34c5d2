#include "engine/runner/comparison.hpp"

#include <set>

namespace jalon {

namespace {

constexpr char const* nothing = "rien";

std::string yes_or_no(bool value) {
  return value ? "oui" : "non";
}

// Dates, numbers and yes or no say what happened; texts may be about a person and are not repeated.
std::string shown(Json const& value) {
  if (value.is_null()) return nothing;
  if (value.is_boolean()) return yes_or_no(value.get<bool>());
  if (value.is_number()) return value.dump();
  if (value.is_string() && parse_date(value.get<std::string>())) return value.get<std::string>();
  return "autre chose";
}

std::string shown_expected(Json const& value) {
  auto const text = shown(value);
  return text == "autre chose" ? "ce que dit l'historique" : text;
}

template <class Value>
std::map<std::string, std::pair<Value const*, Value const*>> side_by_side(
    std::map<std::string, Value> const& stored, std::map<std::string, Value> const& expected) {
  std::map<std::string, std::pair<Value const*, Value const*>> pairs;
  for (auto const& [name, value] : stored) pairs[name].first = &value;
  for (auto const& [name, value] : expected) pairs[name].second = &value;
  return pairs;
}

std::string text_of(std::string const* value) {
  return value ? *value : nothing;
}
std::string text_of(Date const* value) {
  return value ? to_string(*value) : nothing;
}

}  // namespace

std::string Discrepancy::message() const {
  return reference + ", entrée " + std::to_string(seq) + ", " + what + " : gardé « " + stored +
         " », attendu « " + expected + " »";
}

void Comparison::differs(int seq, std::string what, std::string stored, std::string expected) {
  found_.push_back({recorded_.current.id, recorded_.current.reference, seq, std::move(what),
                    std::move(stored), std::move(expected)});
}

void Comparison::compare_text(int seq, std::string const& what, std::string const& stored,
                              std::string const& expected) {
  if (stored != expected) differs(seq, what, stored, expected);
}

void Comparison::compare(int seq, Snapshot const& stored, Snapshot const& expected) {
  for (auto const& [region, pair] : side_by_side(stored.places, expected.places))
    compare_text(seq, "place dans la région " + region, text_of(pair.first), text_of(pair.second));
  for (auto const& [region, pair] : side_by_side(stored.entered, expected.entered))
    compare_text(seq, "jour d'entrée dans l'état de la région " + region, text_of(pair.first),
                 text_of(pair.second));
  compare_fields(seq, "notification, champ ", write_described(stored.notification),
                 write_described(expected.notification));
  compare_fields(seq, "données, champ ", stored.data, expected.data);
  compare_text(seq, "semaines de formation perdues", std::to_string(stored.weeks_lost),
               std::to_string(expected.weeks_lost));
  compare_deadlines(seq, stored.deadlines, expected.deadlines);
}

void Comparison::compare_states(int seq, std::map<std::string, std::string> const& stored,
                                std::map<std::string, std::string> const& expected) {
  for (auto const& [region, pair] : side_by_side(stored, expected))
    compare_text(seq, "état montré de la région " + region, text_of(pair.first), text_of(pair.second));
}

void Comparison::compare_fields(int seq, std::string const& what, Json const& stored, Json const& expected) {
  if (stored == expected) return;
  std::set<std::string> names;
  for (auto const* side : {&stored, &expected})
    for (auto const& [name, unused] : side->items()) names.insert(name);
  for (auto const& name : names) {
    Json const old = stored.value(name, Json()), wanted = expected.value(name, Json());
    if (old != wanted) differs(seq, what + name, shown(old), shown_expected(wanted));
  }
}

void Comparison::compare_deadlines(int seq, std::vector<DeadlineRecord> const& stored,
                                   std::vector<DeadlineRecord> const& expected) {
  using Occurrence = std::pair<std::string, int>;
  std::map<Occurrence, std::pair<DeadlineRecord const*, DeadlineRecord const*>> pairs;
  for (auto const& record : stored) pairs[{record.id, record.number}].first = &record;
  for (auto const& record : expected) pairs[{record.id, record.number}].second = &record;
  for (auto const& [occurrence, pair] : pairs) {
    auto const [old, wanted] = pair;
    if (old && wanted)
      compare_deadline(seq, *old, *wanted);
    else
      differs(seq, "échéance " + occurrence.first, old ? to_string(old->date.due) : nothing,
              wanted ? to_string(wanted->date.due) : nothing);
  }
}

void Comparison::compare_deadline(int seq, DeadlineRecord const& stored, DeadlineRecord const& expected) {
  if (stored == expected) return;
  std::string const name = "échéance " + expected.id + ", ";
  auto const text = [&](char const* what, std::string const& old, std::string const& wanted) {
    compare_text(seq, name + what, old, wanted);
  };
  text("région", stored.region, expected.region);
  text("état", stored.state, expected.state);
  text("date brute", to_string(stored.date.raw), to_string(expected.date.raw));
  text("dernier jour", to_string(stored.date.due), to_string(expected.date.due));
  text("calcul", stored.date.derivation, expected.date.derivation);
  text("rôle", std::string(name_of(stored.owner)), std::string(name_of(expected.owner)));
  text("passée", yes_or_no(stored.passed), yes_or_no(expected.passed));
  text("gelée", yes_or_no(stored.frozen), yes_or_no(expected.frozen));
  auto const restart = [](auto const& record) {
    return record.restarted_on ? to_string(*record.restarted_on) : std::string(nothing);
  };
  text("recommencée le", restart(stored), restart(expected));
  text("jours de suspension", std::to_string(stored.days_moved), std::to_string(expected.days_moved));
}

}  // namespace jalon
