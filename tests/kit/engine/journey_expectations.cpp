// What a row of a journey expects, held against the case.
#include <algorithm>
#include <set>

#include "tests/kit/engine/cells.hpp"
#include "tests/kit/engine/journey_table.hpp"

namespace jalon::kit {

namespace {
constexpr std::string_view refusals[] = {"role_not_allowed", "stale", "not_allowed_here", "invalid_data",
                                         "refused"};

std::string joined(std::vector<std::string> const& parts) {
  std::string text;
  for (auto const& part : parts) text += (text.empty() ? "" : " ") + part;
  return text;
}

std::string plain(Json const& json) {
  if (json.is_string()) return json.get<std::string>();
  if (!json.is_array()) return json.dump();
  std::string text;
  for (auto const& part : json) text += (text.empty() ? "" : ",") + plain(part);
  return text;
}

bool is_checked_alone(std::string const& key) {
  static std::set<std::string> const keys{"overdue", "closed", "can", "cannot", "absent", "tasks", "reason"};
  return key.starts_with("due.") || key.starts_with("raw.") || key.starts_with("data.") || keys.contains(key);
}
}  // namespace

void JourneyTable::check_stands(std::string const& cell) {
  auto const words = words_of(cell);
  if (words.empty()) return;
  if (std::find(std::begin(refusals), std::end(refusals), words[0]) != std::end(refusals))
    return check_refusal(cell);
  if (refusal_) {
    std::string why = refusal_->message;
    for (auto const& error : refusal_->errors) why += " " + error.pointer + " " + error.code;
    for (auto const& blocked : refusal_->blocked_by) why += " " + blocked.guard;
    return fail("refused: " + why);
  }
  auto const states = visible_states(definition_, case_);
  for (auto const& word : words) {
    bool const named = word.find('=') != word.npos;
    auto const [region, state] = named ? pair_of(word) : std::pair<std::string, std::string>("journey", word);
    auto const found = states.find(region);
    expect_equal(region, state, found == states.end() ? "none" : found->second);
  }
}

// The kind, then what the refusal names: guards, or pointers below the data.
void JourneyTable::check_refusal(std::string const& cell) {
  if (!refusal_) return fail("it happened, though a refusal was expected");
  std::vector<std::string> actual{std::string(refusals[std::size_t(refusal_->kind)])};
  for (auto const& error : refusal_->errors) actual.push_back(error.pointer);
  for (auto const& blocked : refusal_->blocked_by) actual.push_back(blocked.guard);
  expect_equal("the refusal", joined(words_of(cell)), joined(actual));
}

void JourneyTable::check_causes(std::string const& cell) {
  std::vector<std::string> expected;
  for (auto const& word : words_of(cell)) {
    auto const [key, value] = pair_of(word);
    if (is_checked_alone(key))
      check_one(key, value);
    else
      expected.push_back(word);
  }
  expect_equal("what it causes", joined(expected), joined(caused_));
}

void JourneyTable::check_one(std::string const& key, std::string const& value) {
  auto const dot = key.find('.');
  if (key.starts_with("due.") || key.starts_with("raw."))
    return expect_equal(key, value, date_of(key.substr(dot + 1), key[0] == 'r'));
  if (key.starts_with("data.")) {
    auto const field = key.substr(dot + 1);
    if (!case_.data.contains(field)) return expect_equal(key, value, "none");
    return expect_equal(key, value, plain(case_.data[field]));
  }
  if (key == "overdue") return expect_equal(key, value, overdue());
  if (key == "closed") return expect_equal(key, value, is_closed(definition_, case_) ? "yes" : "no");
  if (key == "reason") return check_reason(value);
  if (key == "tasks") {
    std::vector<std::string> kinds;
    for (auto const& task : case_.tasks)
      if (task.kind != "transmission") kinds.push_back(task.kind);
    return expect_equal(key, value, kinds.empty() ? "none" : joined(kinds));
  }
  for (auto const& event_and_guard : split(value, ',')) {
    auto const parts = split(event_and_guard, ':');
    auto const* action = find_action(parts.at(0));
    if (key == "absent" && action) fail(parts[0] + " is offered");
    if (key != "absent" && !action) fail(parts[0] + " is not offered");
    if (key == "can" && action && !action->enabled) fail(parts[0] + " is not enabled");
    if (key != "cannot" || !action) continue;
    std::vector<std::string> guards;
    for (auto const& blocked : action->blocked_by) guards.push_back(blocked.guard);
    expect_equal("what blocks " + parts[0], parts.at(1), joined(guards));
  }
}

// Words that the refusal's reasons say.
void JourneyTable::check_reason(std::string const& words) {
  std::string said;
  if (refusal_)
    for (auto const& blocked : refusal_->blocked_by) said += blocked.message + "\n";
  if (said.find(words) == std::string::npos) fail("the reason does not say « " + words + " » but: " + said);
}

// Of several occurrences, the first that has not passed; else the one that has.
std::string JourneyTable::date_of(std::string const& deadline, bool raw) const {
  DeadlineRecord const* found = nullptr;
  for (auto const& record : case_.deadlines)
    if (record.id == deadline && (!found || (found->passed && !record.passed))) found = &record;
  return found ? to_string(raw ? found->date.raw : found->date.due) : "none";
}

std::string JourneyTable::overdue() const {
  std::set<std::string> names;
  for (auto const& record : case_.deadlines)
    if (record.is_overdue(world_.today)) names.insert(record.id);
  std::string text;
  for (auto const& name : names) text += (text.empty() ? "" : ",") + name;
  return text.empty() ? "none" : text;
}

// As somebody of the whole team sees it.
PossibleAction const* JourneyTable::find_action(std::string const& event) {
  world_.act_as(case_readers());
  actions_ = possible_actions(definition_, case_, world_.surroundings());
  int const number = definition_.find_event(event);
  if (number < 0) fail("there is no event " + event);
  auto const found = std::find_if(actions_.begin(), actions_.end(),
                                  [&](PossibleAction const& action) { return action.event == number; });
  return found == actions_.end() ? nullptr : &*found;
}

}  // namespace jalon::kit
