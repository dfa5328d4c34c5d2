// What reminders to the staff are read from and written to, on a program's database.
#pragma once
#include "adapters/postgres/absences.hpp"
#include "adapters/postgres/reminder_register.hpp"
#include "api/commands/program.hpp"
#include "engine/reminders/forecast.hpp"
#include "workflows/registry.hpp"
#include "workflows/reminders.hpp"

namespace jalon::commands {

struct Reminding {
  explicit Reminding(Program& program) : absences(program.requests), reminders(program.requests) {}

  postgres::PostgresAbsences absences;
  postgres::PostgresReminders reminders;
  Pathways pathways{all_workflows(), all_pathway_reminders()};
};

}  // namespace jalon::commands
