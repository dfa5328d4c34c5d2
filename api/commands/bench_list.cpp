// The worklists on a large base. Their floor: pgbench reads as many rows of the same tables as a page shows,
// by primary key, in one statement, as if somebody had already found out which ones.
#include <algorithm>

#include "api/commands/bench_large_base.hpp"
#include "api/commands/bench_options.hpp"
#include "api/commands/bench_pgbench.hpp"
#include "api/commands/bench_report.hpp"

namespace jalon::commands::bench {

namespace {

enum class Shown { cases, deadlines, tasks };

struct Worklist {
  std::string name;
  Shown shown;
  std::function<Page(Registers&, Sight const&)> read;
};

Page read_cases(Registers& registers, Sight const& sight, CaseFilter const& filter) {
  return registers.cases(sight, filter, {});
}

std::vector<Worklist> worklists() {
  return {
      {"cases", Shown::cases, [](auto& registers, auto& sight) { return read_cases(registers, sight, {}); }},
      {"cases_by_state", Shown::cases,
       [](auto& registers, auto& sight) {
         return read_cases(registers, sight, {"waiting_committee", "journey", {}, {}, {}});
       }},
      {"cases_by_name", Shown::cases,
       [](auto& registers, auto& sight) {
         return read_cases(registers, sight, {{}, {}, {}, "benali nadia", {}});
       }},
      {"overdue", Shown::deadlines,
       [](auto& registers, auto& sight) { return registers.overdue(sight, {}); }},
      {"tasks", Shown::tasks,
       [](auto& registers, auto& sight) { return registers.tasks(sight, {{"admin_assistant"}}, {}); }}};
}

constexpr int pages = 100;

class Floor {
 public:
  explicit Floor(BenchDatabase& database) : database_(database) {
    database.run("create schema if not exists jalon_bench");
    prepare("case_page", "select id from \"case\"");
    prepare("task_page", "select id from task");
  }
  ~Floor() {
    try {
      database_.run("drop schema jalon_bench cascade");
    } catch (std::exception const&) {  // the database goes away with it, or its owner sees it
    }
  }

  double run(Shown shown, std::size_t rows, std::size_t clients, double seconds) {
    PgbenchScript script;
    script.text = "\\set page random(0, " + std::to_string(pages - 1) + ")\n" + reading(shown);
    script.variables["house"] = database_.establishment();
    script.variables["rows"] = std::to_string(std::max<std::size_t>(rows, 1));
    return run_pgbench(database_, script, {clients, pgbench_seconds(seconds), 0}).transactions_per_s;
  }

 private:
  void prepare(std::string const& name, std::string const& identifiers) {
    database_.run(
        "create table jalon_bench." + name +
        " as select page::integer, (array_agg(id))[1:200] as ids from (select id, row_number() over "
        "(order by md5(id::text)) % " +
        std::to_string(pages) + " as page from (" + identifiers +
        ") as every) as shuffled group by page; alter table jalon_bench." + name +
        " add primary key (page); analyze jalon_bench." + name);
  }

  static std::string reading(Shown shown) {
    std::string const page =
        std::string("from (select unnest(ids[1:(:rows)::integer]) as id from jalon_bench.") +
        (shown == Shown::tasks ? "task_page" : "case_page") + " where page = :page::integer) as wanted\n";
    switch (shown) {
      case Shown::cases:
        return "select c.id, c.reference, c.workflow, c.states, c.closed, c.mdph, c.person ->> "
               "'family_name',\n"
               "  c.person ->> 'given_name', (select min(d.due) from deadline d\n"
               "    where d.establishment = c.establishment and d.case_id = c.id) as due\n" +
               page + "join \"case\" c on c.establishment = :house and c.id = wanted.id;\n";
      case Shown::deadlines:
        return "select c.id, c.reference, c.person ->> 'family_name', c.person ->> 'given_name', d.*\n" +
               page +
               "join \"case\" c on c.establishment = :house and c.id = wanted.id\n"
               "join deadline d on d.establishment = c.establishment and d.case_id = c.id;\n";
      case Shown::tasks:
        return "select t.*, c.reference, c.person ->> 'family_name', c.person ->> 'given_name'\n" + page +
               "join task t on t.establishment = :house and t.id = wanted.id\n"
               "join \"case\" c on c.establishment = t.establishment and c.id = t.case_id;\n";
    }
    return {};
  }

  BenchDatabase& database_;
};

void measure(BenchDatabase& database, BenchOptions const& options, Worklist const& list, Floor& floor,
             std::size_t clients, Report& report) {
  auto& registers = database.program().registers;
  Sight const sight{database.establishment(), std::nullopt};
  auto const rows = list.read(registers, sight).items.size();
  std::vector<std::function<void()>> const acts(clients, [&] { list.read(registers, sight); });
  double const warm_up = std::min(options.seconds, 0.5);
  drive(acts, warm_up);
  std::vector<Load> loads;
  std::vector<double> floors;
  for (int run = 0; run < options.runs; ++run) {
    loads.push_back(drive(acts, options.seconds));
    floors.push_back(floor.run(list.shown, rows, clients, options.seconds));
  }
  say(list.name + " : " + std::to_string(rows) + " lignes par page");
  report.add({"list", list.name, clients, options.cases, median(loads), {}, median(floors)});
}

}  // namespace

void measure_list(CommonOptions const& common, BenchOptions const& options) {
  auto const most = *std::max_element(options.clients.begin(), options.clients.end());
  BenchDatabase database(common, {std::max<std::size_t>(most, 4), 1});
  load_large_base(database, options.cases);
  Report report(common.json);
  Floor floor(database);
  for (auto const clients : options.clients)
    for (auto const& list : worklists()) measure(database, options, list, floor, clients, report);
}

}  // namespace jalon::commands::bench
