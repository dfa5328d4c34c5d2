#include "api/commands/program.hpp"

#include <algorithm>

#include "api/endpoints/hashing.hpp"
#include "api/endpoints/present.hpp"

namespace jalon::commands {

Program::Program(std::string const& connection_string, PoolSizes sizes)
    : requests(connection_string, sizes.requests, postgres::web_pool_options()),
      background(connection_string, sizes.background, postgres::engine_pool_options()),
      store(requests),
      commits(store),
      due_work(background),
      settings(requests),
      registers(requests),
      log_ins(requests),
      feeds(requests),
      committees(requests),
      meetings(requests),
      sessions(requests),
      statistics(requests),
      outbox(background),
      transmission_outbox(background),
      letters(requests),
      transmissions(requests),
      consultations(background),
      backlog(background),
      absences(requests),
      reminders(requests),
      morning_reminders(background),
      policies(requests),
      readings(requests),
      disclosures(requests),
      retention(requests),
      watch(requests),
      accounts(requests),
      second_factors(requests),
      runner(commits, settings, all_workflows(), api::present_case, api::new_uuid),
      firing(due_work, settings, all_workflows(), api::new_uuid, 2),
      consultation(store, settings, registers, consultations) {}

std::string Program::establishment(CommonOptions const& options) {
  auto const codes = registers.establishments();
  if (options.establishment.empty()) {
    if (codes.size() == 1) return codes.front();
    throw CommandFailed("Il y a plusieurs établissements : précisez lequel avec --establishment CODE.");
  }
  if (std::find(codes.begin(), codes.end(), options.establishment) == codes.end())
    throw CommandFailed("Aucun établissement n'a le code « " + options.establishment + " ».");
  return options.establishment;
}

std::string Program::scope_of(CommonOptions const& options) {
  if (!options.establishment.empty()) return options.establishment;
  auto const codes = registers.establishments();
  return codes.size() == 1 ? codes.front() : "";
}

}  // namespace jalon::commands
