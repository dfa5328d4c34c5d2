// The composition: ports and adapters joined on one database. Every verb that needs cases builds one.
#pragma once
#include <memory>
#include <string>

#include "adapters/drawing/graphviz_drawer.hpp"
#include "adapters/letters/press.hpp"
#include "adapters/letters/weasy_printer.hpp"
#include "adapters/postgres/absences.hpp"
#include "adapters/postgres/accounts.hpp"
#include "adapters/postgres/backlog.hpp"
#include "adapters/postgres/case_watch.hpp"
#include "adapters/postgres/committee_meetings.hpp"
#include "adapters/postgres/committees.hpp"
#include "adapters/postgres/connection_pool.hpp"
#include "adapters/postgres/consultations.hpp"
#include "adapters/postgres/disclosures.hpp"
#include "adapters/postgres/feeds.hpp"
#include "adapters/postgres/letter_register.hpp"
#include "adapters/postgres/log_ins.hpp"
#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/policy_register.hpp"
#include "adapters/postgres/readings.hpp"
#include "adapters/postgres/registers.hpp"
#include "adapters/postgres/reminder_register.hpp"
#include "adapters/postgres/retention.hpp"
#include "adapters/postgres/second_factors.hpp"
#include "adapters/postgres/sessions.hpp"
#include "adapters/postgres/settings.hpp"
#include "adapters/postgres/statistics.hpp"
#include "adapters/postgres/store.hpp"
#include "adapters/postgres/transmission_outbox.hpp"
#include "adapters/postgres/transmission_register.hpp"
#include "adapters/spreadsheet/xlsx_writer.hpp"
#include "adapters/via_trajectoire/sdo_task.hpp"
#include "api/commands/options.hpp"
#include "api/endpoints/live_cases.hpp"
#include "engine/dispatcher/deadline_firing.hpp"
#include "engine/dispatcher/weekly_consultation.hpp"
#include "engine/reminders/forecast.hpp"
#include "engine/runner/runner.hpp"
#include "engine/runner/shared_commits.hpp"
#include "workflows/registry.hpp"
#include "workflows/reminders.hpp"

namespace jalon::commands {

struct PoolSizes {
  std::size_t requests = 16, background = 6;
};

class Program {
 public:
  explicit Program(std::string const& connection_string, PoolSizes sizes = {});

  postgres::Pool requests;    // for those who wait for an answer
  postgres::Pool background;  // timers and outbox: a crowd of requests does not starve them
  postgres::PostgresStore store;
  SharedCommits commits;  // what the runner records through
  postgres::PostgresStore due_work;
  postgres::PostgresSettings settings;
  postgres::PostgresRegisters registers;
  postgres::PostgresLogIns log_ins;
  postgres::PostgresFeeds feeds;
  postgres::PostgresCommittees committees;
  postgres::PostgresCommitteeMeetings meetings;
  postgres::PostgresSessions sessions;
  postgres::PostgresStatistics statistics;
  postgres::PostgresOutbox outbox;
  postgres::PostgresTransmissionOutbox transmission_outbox;
  postgres::PostgresLetterRegister letters;
  postgres::PostgresTransmissionRegister transmissions;
  postgres::PostgresConsultations consultations;
  postgres::PostgresBacklog backlog;
  postgres::PostgresAbsences absences;
  postgres::PostgresReminders reminders;
  postgres::PostgresReminders morning_reminders;
  postgres::PostgresPolicyRegister policies;
  postgres::PostgresReadings readings;
  postgres::PostgresDisclosures disclosures;
  postgres::PostgresRetention retention;
  postgres::PostgresCaseWatch watch;
  api::LiveCases live{watch};
  postgres::PostgresAccounts accounts;
  postgres::PostgresSecondFactors second_factors;
  via_trajectoire::SdoTaskWriter report_writer;
  jalon::letters::Press press;
  jalon::letters::WeasyPrinter printer;
  drawing::GraphvizDrawer drawer;
  spreadsheet::XlsxWriter spreadsheets;
  Pathways pathways{all_workflows(), all_pathway_reminders()};
  Runner runner;
  DeadlineFiring firing;
  WeeklyConsultation consultation;

  // The establishment asked for, or the only one. Throws CommandFailed.
  std::string establishment(CommonOptions const& options);
  // What a verb acts for: that one, or none where it goes through several or still has to be told which.
  std::string scope_of(CommonOptions const& options);
};

}  // namespace jalon::commands
