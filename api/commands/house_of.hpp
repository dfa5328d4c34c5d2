// What the endpoints work with, put together from a program.
#pragma once
#include "api/commands/program.hpp"
#include "api/endpoints/house.hpp"
#include "workflows/registry.hpp"

namespace jalon::commands {

// The program outlives the house, and so do second factors given apart: who serves gives them behind the key;
// the program's own are sealed, and only fit for turning one off.
inline api::House house_of(Program& program, std::function<std::string()> metrics,
                           std::string public_url = "", SecondFactors* unsealed = nullptr) {
  return {.runner = program.runner,
          .registers = program.registers,
          .log_ins = program.log_ins,
          .settings = program.settings,
          .feeds = program.feeds,
          .committees = program.committees,
          .meetings = program.meetings,
          .sessions = program.sessions,
          .statistics = program.statistics,
          .firing = program.firing,
          .consultation = program.consultation,
          .transmissions = program.transmissions,
          .report_writer = program.report_writer,
          .letters = program.letters,
          .press = program.press,
          .printer = program.printer,
          .drawer = program.drawer,
          .spreadsheets = program.spreadsheets,
          .definitions = all_workflows(),
          .metrics = std::move(metrics),
          .public_url = std::move(public_url),
          .absences = program.absences,
          .reminders = program.reminders,
          .policies = program.policies,
          .readings = program.readings,
          .disclosures = program.disclosures,
          .retention = program.retention,
          .watch = program.watch,
          .live = program.live,
          .accounts = program.accounts,
          .second_factors = unsealed ? *unsealed : program.second_factors,
          .pathways = program.pathways,
          .readiness = {}};
}

}  // namespace jalon::commands
