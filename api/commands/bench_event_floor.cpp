#include "api/commands/bench_event_floor.hpp"

#include <algorithm>

#include "api/commands/bench_cases.hpp"
#include "api/endpoints/hashing.hpp"

namespace jalon::commands::bench {

EventFloor::EventFloor(BenchDatabase& database, Pathway const& pathway)
    : database_(database), pathway_(pathway) {
  auto const id = open_cases(database, 1).front();
  sample_ = sample_of(database, id);
  auto request = bench_request(database);
  for (auto const& command : pathway.commands.front()) {
    auto const before = sample_of(database, id);
    request.key = api::new_uuid(), request.body_hash = api::hash_of(*request.key);
    require_done(database.program().runner.submit(request, id, command), command.event);
    steps_.push_back(footprint_of(database, id, before));
    steps_.back().takes_seat = command.event == "assign_session";
  }
  write_script();
}

// Each client goes through its cases as a client of the program does: a few in turn, step by step.
void EventFloor::write_script() {
  auto const at_once = std::to_string(cases_at_once), length = std::to_string(steps_.size());
  auto const block = std::to_string(cases_at_once * steps_.size());
  script_.text = "\\set turn :turn + 1\n\\set step :turn / " + at_once + " % " + length +
                 "\n\\set number :first + :client_id * :per_client + :turn / " + block + " * " + at_once +
                 " + :turn % " + at_once + "\n";
  for (std::size_t step = 0; step < steps_.size(); ++step)
    script_.text += (step == 0 ? "\\if" : "\\elif") + std::string(" :step = ") + std::to_string(step) + "\n" +
                    step_statement(steps_[step]) + ";\n";
  script_.text += "\\endif\n";
  std::string sessions;
  for (auto const& session : pathway_.sessions) sessions += (sessions.empty() ? "{" : ",") + session;
  script_.variables["sessions"] = sessions + "}";
  script_.variables["turn"] = "-1";
}

std::string EventFloor::step_statement(Footprint const& footprint) {
  auto const house = script_.bind(database_.establishment());
  return "with key as (select " + identifier_of(":number::bigint") +
         " as id),\n"
         "before as materialized (select row_to_json(c) as kept,\n"
         "  (select json_agg(row_to_json(d)) from deadline d where d.establishment = c.establishment\n"
         "     and d.case_id = c.id) as deadlines,\n"
         "  (select json_agg(row_to_json(t)) from task t where t.establishment = c.establishment\n"
         "     and t.case_id = c.id and t.done_at is null) as tasks\n"
         "  from key join \"case\" c on c.establishment = " +
         house + " and c.id = key.id),\n" + writing_like(footprint, database_.establishment(), script_) +
         "\nselect * from before";
}

double EventFloor::run(std::size_t clients, double seconds) {
  int const whole_seconds = pgbench_seconds(seconds);
  auto const blocks =
      std::size_t(1.5 * expected_per_s_ * whole_seconds / double(clients * cases_at_once * steps_.size())) +
      2;
  auto const per_client = blocks * cases_at_once, first = next_case_;
  next_case_ += clients * per_client;
  insert_cases_like(database_, sample_, first, clients * per_client);
  database_.run("analyze \"case\"; analyze deadline; analyze task");
  script_.variables["first"] = std::to_string(first);
  script_.variables["per_client"] = std::to_string(per_client);
  auto const result = run_pgbench(database_, script_, {clients, whole_seconds, 0});
  auto const written = database_.count(
      "select coalesce(sum(revision - 1), 0) from \"case\" where establishment = " +
      database_.quote(database_.establishment()) + " and id >= " + identifier_of(std::to_string(first)) +
      " and id < " + identifier_of(std::to_string(next_case_)));
  expected_per_s_ = std::max(expected_per_s_, result.transactions_per_s);
  // Cases can run out in the first seconds on a fast machine: then the speed is at least known.
  if (written < result.transactions) return run(clients, seconds);
  return result.transactions_per_s;
}

double EventFloor::rows_per_event() const {
  double sum = 0;
  for (auto const& step : steps_) sum += double(step.rows());
  return sum / double(steps_.size());
}

double EventFloor::bytes_per_event() const {
  double sum = 0;
  for (auto const& step : steps_) sum += double(step.bytes());
  return sum / double(steps_.size());
}

}  // namespace jalon::commands::bench
