#include "api/commands/bench_large_base.hpp"

#include <algorithm>

#include "api/commands/bench_footprint.hpp"
#include "api/commands/bench_interrupt.hpp"
#include "api/commands/bench_report.hpp"

namespace jalon::commands::bench {

namespace {

// Names as they are in the south of the Massif central, and elsewhere.
constexpr char const* family_names =
    "array['Martin','Bernard','Durand','Roux','Fabre','Vidal','Bonnet','Delmas','Castan','Alary','Pons',"
    "'Galtier','Serres','Rouquette','Andrieu','Lacombe','Cazals','Bessière','Combes','Calmels','Benali',"
    "'Haddad','Diallo','Traoré','Nguyen','Da Silva','García','Kowalski','Le Goff','D''Aubigné','Maury',"
    "'Bastide','Carles','Mazars','Soulié','Vayssade','Rivière','Puech','Cros','Fages','Marty','Roussel']";
constexpr char const* given_names =
    "array['Camille','Nadia','Yves','Sophie','Karim','Lucie','Thomas','Inès','Paul','Agnès','Mehdi','Élodie',"
    "'Bruno','Fatou','Gilles','Claire','Omar','Julie','Marc','Rachida','Denis','Nicole','Hugo','Sarah',"
    "'Jean-Baptiste','Marie-Thérèse','Zoé','Loïc','François','Noëlle']";

// One case at each stage, and closed ones.
struct Stages {
  std::vector<std::string> open, closed;
};

Stages lead_samples(BenchDatabase& database) {
  auto const pathway = lay_pathway(database, 1);
  auto const& commands = pathway.commands.front();
  auto& runner = database.program().runner;
  auto const request = bench_request(database);
  auto const lead = [&](std::string const& id, std::size_t steps) {
    for (std::size_t step = 0; step < steps; ++step)
      require_done(runner.submit(request, id, commands[step]), commands[step].event);
    return id;
  };
  Stages stages;
  for (std::size_t steps = 0; steps <= commands.size(); ++steps)
    stages.open.push_back(lead(open_cases(database, 1).front(), steps));
  for (std::size_t steps : {1, 5, 7, 14}) {
    auto const id = lead(open_cases(database, 1).front(), steps);
    Command const renounce{"renounce", {{"reason", "A retrouvé un emploi"}}, {}, {}, {}};
    require_done(runner.submit(request, id, renounce), renounce.event);
    stages.closed.push_back(id);
  }
  return stages;
}

std::string array_of(BenchDatabase& database, std::vector<std::string> const& identifiers) {
  std::string list;
  for (auto const& identifier : identifiers) list += (list.empty() ? "" : ",") + database.quote(identifier);
  return "array[" + list + "]::uuid[]";
}

// A number from n that looks like chance and is the same in every measure.
std::string chance(std::string const& salt, std::string const& below) {
  return "(hashint4(n::integer + " + salt + ") & 1048575) % " + below;
}
std::string one_of(std::string const& array, std::string const& salt) {
  return "(" + array + ")[1 + " + chance(salt, "cardinality(" + array + ")") + "]";
}

class Copying {
 public:
  Copying(BenchDatabase& database, Stages const& stages)
      : database_(database),
        sampled_("case when " + chance("17", "10") + " < 6 then " +
                 one_of(array_of(database, stages.closed), "23") + " else " +
                 one_of(array_of(database, stages.open), "29") + " end") {}

  void copy(std::size_t first, std::size_t count) {
    auto const numbers = "(select n, " + sampled_ + " as sampled from generate_series(" +
                         std::to_string(first) + ", " + std::to_string(first + count - 1) +
                         ") as n) as copied";
    auto const identifier = identifier_of("n");
    auto const due = "s.due + (" + chance("31", "90") + " - 9)";
    copy_rows("case", "id", numbers,
              {{"id", identifier},
               {"reference", "(2016 + n % 10) || '-' || lpad((n / 10 + 1)::text, 7, '0')"},
               {"person", "s.person || jsonb_build_object('family_name', " + one_of(family_names, "37") +
                              ", 'given_name', " + one_of(given_names, "41") +
                              ", 'birth_date', date '1962-01-01' + " + chance("43", "15000") + ")"},
               {"notification", "s.notification || jsonb_build_object('mdph', " +
                                    one_of("array['12','48','30','34','81','46','15']", "47") +
                                    ", 'received_on', (s.notification ->> 'received_on')::date - " +
                                    chance("53", "3000") + ")"},
               {"opened_at", "s.opened_at - make_interval(days => " + chance("53", "3000") + ")"}});
    copy_rows("deadline", "case_id", numbers, {{"case_id", identifier}, {"due", due}, {"raw", due}});
    copy_rows("task", "case_id", numbers,
              {{"id", "gen_random_uuid()"}, {"case_id", identifier}, {"due", due}});
  }

 private:
  void copy_rows(std::string const& table, std::string const& of_sample, std::string const& numbers,
                 Expressions const& differing) {
    std::string columns, values;
    for (auto const& column : columns_of(database_, table)) {
      auto const found = differing.find(column);
      columns += (columns.empty() ? "\"" : ", \"") + column + "\"";
      values +=
          (values.empty() ? "" : ", ") + (found == differing.end() ? "s.\"" + column + "\"" : found->second);
    }
    database_.run("insert into \"" + table + "\" (" + columns + ") select " + values + " from " + numbers +
                  " join \"" + table + "\" s on s.establishment = " +
                  database_.quote(database_.establishment()) + " and s." + of_sample + " = copied.sampled");
  }

  BenchDatabase& database_;
  std::string sampled_;
};

}  // namespace

void load_large_base(BenchDatabase& database, std::size_t cases) {
  constexpr std::size_t cases_in_a_commit = 10'000;
  Copying copying(database, lead_samples(database));
  for (std::size_t loaded = 0; loaded < cases;) {
    stop_if_interrupted();
    auto const count = std::min(cases_in_a_commit, cases - loaded);
    copying.copy(loaded + 1, count);
    loaded += count;
    say(std::to_string(loaded) + " dossiers sur " + std::to_string(cases));
  }
  database.run("vacuum analyze");
}

}  // namespace jalon::commands::bench
