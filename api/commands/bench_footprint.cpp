#include "api/commands/bench_footprint.hpp"

#include <algorithm>

namespace jalon::commands::bench {

namespace {

std::string of_case(BenchDatabase& database, std::string const& column, std::string const& case_id) {
  return "establishment = " + database.quote(database.establishment()) + " and " + column + " = " +
         database.quote(case_id);
}

bool is_same_deadline(Row const& one, Row const& other) {
  return one.value("id") == other.value("id") && one.value("number") == other.value("number");
}
bool is_same_task(Row const& one, Row const& other) {
  return one.value("id") == other.value("id");
}
bool is_equal(Row const& one, Row const& other) {
  return std::equal(one.cells.begin(), one.cells.end(), other.cells.begin(), other.cells.end(),
                    [](Cell const& a, Cell const& b) { return a.value == b.value; });
}

template <class Same>
std::vector<Row> without(std::vector<Row> const& rows, std::vector<Row> const& others, Same same) {
  std::vector<Row> rest;
  for (auto const& row : rows)
    if (std::none_of(others.begin(), others.end(), [&](Row const& other) { return same(row, other); }))
      rest.push_back(row);
  return rest;
}

std::vector<Row> changed(std::vector<Row> const& before, std::vector<Row> const& after) {
  std::vector<Row> rows;
  for (auto const& row : after)
    for (auto const& old : before)
      if (is_same_deadline(row, old) && !is_equal(row, old)) rows.push_back(row);
  return rows;
}

// Builds the WITH queries one by one.
class Writing {
 public:
  Writing(std::string establishment, PgbenchScript& script)
      : script_(script), house_(script.bind(establishment)) {}

  // Only what changed is set, as one would by hand.
  void move_case(Footprint const& footprint) {
    auto kept = footprint.unchanged;
    kept.insert(kept.end(), {"id", "reference", "revision"});
    auto const others = assignments(footprint.case_after, kept, {}, bind());
    add("moved", "update \"case\" c set revision = c.revision + 1" + (others.empty() ? "" : ", " + others) +
                     " from key where c.establishment = " + house_ + " and c.id = key.id and c.revision = " +
                     script_.bind(std::to_string(std::stoi(footprint.case_after.value("revision")) - 1)) +
                     "::integer returning c.id as case_id, c.revision");
  }

  void insert(std::string const& table, std::vector<Row> const& rows, Expressions differing) {
    differing["case_id"] = "moved.case_id";
    for (auto const& row : rows) add_next(insert_like(table, row, differing, "moved", bind()));
  }

  void drop_deadline(Row const& row) {
    add_next("delete from deadline d using moved where " + found("d", row));
  }

  void change_deadline(Row const& row) {
    add_next("update deadline d set " +
             assignments(row, {"establishment", "case_id", "id", "number"}, {}, bind()) +
             " from moved where " + found("d", row));
  }

  void close_task(Row const& row) {
    add_next(
        "update task t set done_at = t.opened_at, done_by = 'mesure' from moved where t.establishment = " +
        house_ + " and t.case_id = moved.case_id and t.done_at is null and t.label = " +
        script_.bind(row.value("label")));
  }

  void take_seat() {
    add_next("update session s set taken = s.taken + 1 from moved where s.establishment = " + house_ +
             " and s.id = (:sessions::uuid[])[:client_id::integer + 1]");
  }

  std::string text() const { return text_; }

 private:
  WriteValue bind() {
    return [this](std::string const& value) { return script_.bind(value); };
  }
  std::string found(std::string const& alias, Row const& row) {
    return alias + ".establishment = " + house_ + " and " + alias + ".case_id = moved.case_id and " + alias +
           ".id = " + script_.bind(row.value("id")) + " and " + alias +
           ".number = " + script_.bind(row.value("number")) + "::integer";
  }
  void add(std::string const& name, std::string const& query) {
    text_ += (text_.empty() ? "" : ",\n") + name + " as (" + query + ")";
  }
  void add_next(std::string const& query) { add("part_" + std::to_string(++parts_), query); }

  PgbenchScript& script_;
  std::string house_, text_;
  int parts_ = 0;
};

}  // namespace

Belongings belongings_of(BenchDatabase& database, std::string const& case_id) {
  auto const condition = of_case(database, "case_id", case_id);
  return {read_rows(database, "deadline", condition),
          read_rows(database, "task", condition + " and done_at is null")};
}

Sample sample_of(BenchDatabase& database, std::string const& case_id) {
  return {read_rows(database, "case", of_case(database, "id", case_id)).at(0),
          belongings_of(database, case_id)};
}

Footprint footprint_of(BenchDatabase& database, std::string const& case_id, Sample const& before) {
  Footprint found;
  auto const [row, after] = sample_of(database, case_id);
  found.case_after = row;
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (row.cells[i].value == before.row.cells[i].value) found.unchanged.push_back(row.cells[i].column);
  auto const entry =
      of_case(database, "case_id", case_id) + " and seq = " + found.case_after.value("revision");
  found.inserted_history = read_rows(database, "history", entry);
  found.inserted_commands = read_rows(database, "command_log", entry);
  found.messages = read_rows(database, "message", entry);
  found.transmissions = read_rows(database, "transmission", entry);
  found.deadlines_dropped = without(before.belongings.deadlines, after.deadlines, is_same_deadline);
  found.deadlines_set = without(after.deadlines, before.belongings.deadlines, is_same_deadline);
  found.deadlines_changed = changed(before.belongings.deadlines, after.deadlines);
  found.tasks_closed = without(before.belongings.open_tasks, after.open_tasks, is_same_task);
  found.tasks_opened = without(after.open_tasks, before.belongings.open_tasks, is_same_task);
  return found;
}

std::size_t Footprint::rows() const {
  return 1 + inserted_history.size() + inserted_commands.size() + deadlines_dropped.size() +
         deadlines_set.size() + deadlines_changed.size() + tasks_opened.size() + tasks_closed.size() +
         messages.size() + transmissions.size() + (takes_seat ? 1 : 0);
}

std::size_t Footprint::bytes() const {
  std::size_t sum = case_after.bytes();
  for (auto const* list : {&inserted_history, &inserted_commands, &deadlines_set, &deadlines_changed,
                           &tasks_opened, &messages, &transmissions})
    for (auto const& row : *list) sum += row.bytes();
  return sum;
}

std::string writing_like(Footprint const& footprint, std::string const& establishment,
                         PgbenchScript& script) {
  Writing writing(establishment, script);
  Expressions const with_identifier{{"id", "gen_random_uuid()"}, {"seq", "moved.revision"}};
  Expressions const of_entry{{"command_id", "gen_random_uuid()"}, {"seq", "moved.revision"}};
  Expressions of_command = of_entry;
  if (!footprint.inserted_commands.empty())
    for (auto const& cell : footprint.inserted_commands.front().cells)
      if (cell.column == "key" && cell.value) of_command["key"] = "gen_random_uuid()::text";
  writing.move_case(footprint);
  writing.insert("command_log", footprint.inserted_commands, of_command);
  writing.insert("history", footprint.inserted_history, of_entry);
  for (auto const& row : footprint.deadlines_dropped) writing.drop_deadline(row);
  for (auto const& row : footprint.deadlines_changed) writing.change_deadline(row);
  writing.insert("deadline", footprint.deadlines_set, {});
  for (auto const& row : footprint.tasks_closed) writing.close_task(row);
  writing.insert("task", footprint.tasks_opened, with_identifier);
  writing.insert("message", footprint.messages, with_identifier);
  writing.insert("transmission", footprint.transmissions, with_identifier);
  if (footprint.takes_seat) writing.take_seat();
  return writing.text();
}

std::string identifier_of(std::string const& number) {
  return "('00000000-0000-4000-8000-' || lpad(to_hex(" + number + "), 12, '0'))::uuid";
}

void insert_cases_like(BenchDatabase& database, Sample const& sample, std::size_t first, std::size_t count) {
  WriteValue const quote = [&](std::string const& value) { return database.quote(value); };
  auto const numbers = "generate_series(" + std::to_string(first) + "::bigint, " +
                       std::to_string(first + count - 1) + ") as n";
  auto const identifier = identifier_of("n");
  database.run(insert_like("case", sample.row,
                           {{"id", identifier}, {"reference", "'9999-' || (10000000 + n)"}}, numbers, quote));
  for (auto const& row : sample.belongings.deadlines)
    database.run(insert_like("deadline", row, {{"case_id", identifier}}, numbers, quote));
  for (auto const& row : sample.belongings.open_tasks)
    database.run(
        insert_like("task", row, {{"id", "gen_random_uuid()"}, {"case_id", identifier}}, numbers, quote));
}

}  // namespace jalon::commands::bench
