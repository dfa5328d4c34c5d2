#include "tests/kit/engine/journey_table.hpp"

#include <algorithm>

#include "tests/kit/engine/cells.hpp"

namespace jalon::kit {

struct JourneyTable::Row {
  std::string who, event;
  std::vector<std::string> data;  // « field=value »
  std::optional<std::string> stands, causes;

  explicit Row(std::string const& line) {
    auto const cells = cells_of(line);
    auto const colon = cells[0].find(": ");
    who = colon == std::string::npos ? "" : cells[0].substr(0, colon);
    event = colon == std::string::npos ? cells[0] : trimmed(cells[0].substr(colon + 1));
    if (cells.size() > 1) data = words_of(cells[1]);
    if (cells.size() > 2) stands = cells[2];
    if (cells.size() > 3) causes = cells[3];
  }
  std::optional<std::string> find(std::string_view key) const {
    for (auto const& word : data)
      if (pair_of(word).first == key) return pair_of(word).second;
    return std::nullopt;
  }
};

namespace {
bool is_clock_line(std::string const& event) {
  return event.starts_with("on ") || event.starts_with("advance ");
}

Date later(Date today, std::string const& event) {
  auto const words = words_of(event);
  if (words[0] == "on") return day(words.at(1));
  return plus_days(today, std::stoi(words.at(1)) * (words.at(2).starts_with("week") ? 7 : 1));
}

RoleSet roles_of(Definition const& definition, std::string const& event) {
  RoleSet roles;
  int const number = definition.find_event(event);
  if (number < 0) return case_readers();
  for (int row : definition.events[std::size_t(number)].rows)
    roles = roles | definition.rows[std::size_t(row)].roles;
  return roles;
}

void add_caused(std::vector<std::string>& caused, Effects const& effects) {
  for (auto const& transmission : effects.transmissions)
    caused.push_back(transmission.code + (transmission.queued ? ":queued" : ""));
  for (auto const& message : effects.messages)
    caused.push_back((message.by_email ? "email:" : "letter:") + message.template_name);
  for (auto const& task : effects.tasks_opened)
    if (task.kind != "transmission") caused.push_back("task:" + task.kind);
  for (auto const& task : effects.tasks_closed) caused.push_back("done:" + task.kind);
  if (effects.transmissions_released) caused.emplace_back("released");
  if (effects.messages_cancelled) caused.emplace_back("cancelled");
}
}  // namespace

JourneyTable::JourneyTable(Definition const& definition)
    : definition_(definition), case_(unopened_case(definition)) {}

std::vector<std::string> JourneyTable::play(std::string const& table) {
  for (auto const& row : rows_of(table)) {
    line_ = row.text, line_number_ = row.line;
    try {
      play_line(line_);
    } catch (std::exception const& problem) {
      fail(std::string("cannot be played: ") + problem.what());
    }
  }
  return failures_;
}

void JourneyTable::play_line(std::string const& line) {
  Row const row(line);
  if (row.event.starts_with("today ")) {
    world_.today = day(words_of(row.event).at(1));
    return;
  }
  caused_.clear(), refusal_.reset();
  if (is_clock_line(row.event))
    move_clock(later(world_.today, row.event));
  else
    send(row);
  if (row.stands) check_stands(*row.stands);
  if (refusal_ && (!row.stands || row.stands->empty())) fail("refused: " + refusal_->message);
  if (row.causes) check_causes(*row.causes);
}

// The first moment after a deadline's last day is the next day.
void JourneyTable::move_clock(Date until) {
  if (until <= world_.today) return fail("the clock only goes forward");
  for (;;) {
    DeadlineRecord const* next = nullptr;
    for (auto const& record : case_.deadlines)
      if (!record.passed && !record.frozen && record.date.due < until &&
          (!next || record.date.due < next->date.due))
        next = &record;
    if (!next) break;
    world_.today = std::max(world_.today, plus_days(next->date.due, 1));
    auto const move =
        pass_deadline(definition_, case_, std::string(next->id), next->number, world_.surroundings());
    if (!move) return fail("the passing of " + next->id + " was not recorded");
    take(*move);
  }
  world_.today = until;
}

void JourneyTable::send(Row const& row) {
  auto const role = parse_role(row.who);
  if (!row.who.empty() && !role) return fail("there is no role " + row.who);
  world_.act_as(role ? RoleSet{*role} : roles_of(definition_, row.event));
  prepare_facts(row);
  auto const before = case_;
  take(decide_row(row));
  if (refusal_ && (case_.revision != before.revision || case_.data != before.data))
    fail("a refusal changed the case");
}

void JourneyTable::take(Decision const& decision) {
  if (auto const* refusal = std::get_if<Refusal>(&decision)) {
    refusal_ = *refusal;
    return;
  }
  auto const& move = std::get<Move>(decision);
  case_ = move.after;
  history_[case_.revision] = case_;
  add_caused(caused_, move.effects);
}

void JourneyTable::prepare_facts(Row const& row) {
  SessionFact session{std::string(session_id), day("2026-09-07"), 14, std::nullopt, 8, 0};
  CommitteeFact committee{std::string(committee_id), day("2026-03-12")};
  if (auto const text = row.find("@entry_on")) session.entry_on = day(*text);
  if (auto const text = row.find("@weeks")) session.weeks = std::stoi(*text);
  if (auto const text = row.find("@pre_reception_on")) session.pre_reception_on = day(*text);
  if (auto const text = row.find("@taken")) session.taken = std::stoi(*text);
  if (auto const text = row.find("@held_on")) committee.held_on = day(*text);
  bool const known = !row.find("@unknown");
  world_.facts = {known ? std::optional(session) : std::nullopt,
                  known ? std::optional(committee) : std::nullopt, known, known};
}

Decision JourneyTable::decide_row(Row const& row) {
  Command command;
  command.event = row.event;
  int const number = definition_.find_event(row.event);
  Json const schema = number < 0 ? Json::object() : definition_.events[std::size_t(number)].schema();
  auto const properties = schema.value("properties", Json::object());
  for (auto const& word : row.data) {
    auto const [key, value] = pair_of(word);
    if (key == "@on")
      command.occurred_on = day(value);
    else if (key == "@revision")
      command.expected_revision = std::stoi(value);
    else if (!key.starts_with("@"))
      command.data[key] = value_of(value, properties.value(key, Json::object()));
  }
  auto& data = command.data;
  for (auto const& [field, property] : properties.items()) {
    bool const points = property.value("format", "") == "uuid";
    if (points && !data.contains(field)) data[field] = field == "of_case" ? other_case_id : session_id;
  }
  if (row.event == "open_case") {
    auto const opened_on = row.find("received_on");
    data = opening_data(row.find("channel").value(), opened_on ? day(*opened_on) : world_.today);
    for (auto const field : {"valid_from", "valid_until", "national_decision_id"})
      if (auto const text = row.find(field)) data["notification"][field] = *text;
    for (auto const field : {"email", "contact_preference"})
      if (auto const text = row.find(field)) data["person"][field] = *text;
  }
  if (row.event == "correct") {
    int const back_to = std::stoi(row.find("back_to").value());
    return correct(definition_, case_, history_[back_to], back_to, row.find("reason").value_or(""),
                   world_.surroundings());
  }
  if (row.event == "amend") {
    Json patch = Json::object();
    for (auto const& word : row.data) {
      auto const [key, value] = pair_of(word);
      auto const parts = split(key, '.');
      patch[parts.at(0)][parts.at(1)] = value == "none" ? Json() : Json(value);
    }
    return amend(definition_, case_, patch, world_.surroundings());
  }
  return decide(definition_, case_, command, world_.surroundings());
}

void JourneyTable::expect_equal(std::string const& what, std::string const& expected,
                                std::string const& actual) {
  if (expected != actual) fail(what + " is « " + actual + " », expected « " + expected + " »");
}

void JourneyTable::fail(std::string const& what) {
  failures_.push_back("line " + std::to_string(line_number_) + ": " + line_ + "\n    " + what);
}

}  // namespace jalon::kit
