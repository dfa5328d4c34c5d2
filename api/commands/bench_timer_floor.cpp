#include "api/commands/bench_timer_floor.hpp"

#include <algorithm>

namespace jalon::commands::bench {

namespace {

// What claims: the deadlines and cases under lock, then the cases with what belongs to them.
constexpr char const* claiming = R"(begin;
with locked as (
  select d.case_id from deadline d
  join "case" c on c.establishment = d.establishment and c.id = d.case_id
  where d.passed_at is null and not d.frozen and d.fires_at <= jalon_now()
  order by d.fires_at, d.establishment, d.case_id, d.id, d.number
  limit :batch::integer
  for update of d, c skip locked)
select array_agg(l.case_id)::text as ids, json_agg(json_build_object('case', row_to_json(c),
  'deadlines', (select json_agg(row_to_json(d)) from deadline d
    where d.establishment = c.establishment and d.case_id = c.id),
  'tasks', (select json_agg(row_to_json(t)) from task t
    where t.establishment = c.establishment and t.case_id = c.id and t.done_at is null)))::text as claimed
from locked l join "case" c on c.establishment = :house and c.id = l.case_id \gset
)";

void set(Row& row, std::string const& column, std::optional<std::string> const& value) {
  for (auto& cell : row.cells)
    if (cell.column == column) cell.value = value;
}

// The case as it was before its deadline passed.
Sample before_passing(Sample sample) {
  set(sample.row, "revision", std::to_string(std::stoi(sample.row.value("revision")) - 1));
  set(sample.row, "changed_at", sample.row.value("opened_at"));
  for (auto& deadline : sample.belongings.deadlines) set(deadline, "passed_at", std::nullopt);
  sample.belongings.open_tasks.clear();
  return sample;
}

}  // namespace

TimerFloor::TimerFloor(BenchDatabase& database, std::string const& passed_id)
    : database_(database), sample_(before_passing(sample_of(database, passed_id))) {
  auto const footprint = footprint_of(database, passed_id, sample_);
  next_case_ = 1 + database.count("select count(*) from \"case\" where reference like '9999-%'");
  script_.variables["batch"] = std::to_string(batch_size);
  script_.variables["house"] = database.establishment();
  script_.text = std::string(claiming) + "with key as (select unnest(:ids::uuid[]) as id),\n" +
                 writing_like(footprint, database.establishment(), script_) +
                 "\nselect count(*) from moved;\nend;\n";
}

double TimerFloor::run(std::size_t wanted, std::size_t at_once) {
  auto const in_a_round = batch_size * at_once, rounds = (wanted + in_a_round - 1) / in_a_round;
  auto const deadlines = rounds * in_a_round, first = next_case_;
  next_case_ += deadlines;
  insert_cases_like(database_, sample_, first, deadlines);
  database_.run("analyze \"case\"; analyze deadline; analyze task");
  auto const result = run_pgbench(database_, script_, {at_once, 0, rounds});
  auto const left =
      database_.count("select count(*) from deadline where passed_at is null and fires_at <= jalon_now()");
  if (left > 0)
    throw CommandFailed("La mesure de comparaison a laissé " + std::to_string(left) + " échéances.");
  return result.transactions_per_s * double(batch_size);
}

}  // namespace jalon::commands::bench
