#include "engine/simulation/promises.hpp"

#include "engine/runner/entry.hpp"

namespace jalon {

namespace {

using Broken = std::vector<std::string>;

void check_commands(SimulatedStore const& store, std::size_t done, Broken& broken) {
  std::size_t recorded = 0;
  for (auto const& [id, each] : store.cases())
    for (auto const& entry : each.entries) recorded += entry.event == "deadline_passed" ? 0 : 1;
  if (recorded != done)
    broken.push_back(std::to_string(done) + " commandes confirmées, " + std::to_string(recorded) +
                     " dans les historiques");
}

void check_seats(std::vector<Definition> const& definitions, SimulatedStore const& store, Broken& broken) {
  std::map<std::string, int> held;
  for (auto const& [id, each] : store.cases()) {
    auto const& data = definition_of(definitions, each.current).data;
    if (auto const session = data.seat(data.read(each.current.data).get())) ++held[*session];
  }
  for (auto const& [id, session] : store.sessions())
    if (session.taken != held[id] || session.taken > session.capacity)
      broken.push_back("session du " + to_string(session.entry_on) + " : " + std::to_string(session.taken) +
                       " places prises, " + std::to_string(held[id]) + " tenues, sur " +
                       std::to_string(session.capacity));
}

void check_references(SimulatedStore const& store, Broken& broken) {
  std::map<std::string, int> cases_of_year, last_of_year;
  for (auto const& [id, each] : store.cases()) {
    auto const& reference = each.current.reference;
    auto const year = reference.substr(0, 4);
    ++cases_of_year[year];
    last_of_year[year] = std::max(last_of_year[year], std::stoi(reference.substr(5)));
  }
  for (auto const& [year, last] : last_of_year)
    if (last != cases_of_year[year])
      broken.push_back("références de " + year + " : " + std::to_string(cases_of_year[year]) +
                       " dossiers, dernier numéro " + std::to_string(last));
}

}  // namespace

std::vector<std::string> broken_promises(std::vector<Definition> const& definitions,
                                         SimulatedStore const& store, std::size_t done) {
  Broken broken;
  check_commands(store, done, broken);
  check_seats(definitions, store, broken);
  check_references(store, broken);
  return broken;
}

}  // namespace jalon
