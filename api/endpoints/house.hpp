// What the endpoints work with. Built once by the composition root (api/main.cpp); everything behind it is a
// port.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "engine/dispatcher/deadline_firing.hpp"
#include "engine/dispatcher/morning_digests.hpp"
#include "engine/dispatcher/weekly_consultation.hpp"
#include "engine/ports/absences.hpp"
#include "engine/ports/accounts.hpp"
#include "engine/ports/case_watch.hpp"
#include "engine/ports/committee_meetings.hpp"
#include "engine/ports/committees.hpp"
#include "engine/ports/disclosures.hpp"
#include "engine/ports/drawer.hpp"
#include "engine/ports/feeds.hpp"
#include "engine/ports/identity_provider.hpp"
#include "engine/ports/letter_register.hpp"
#include "engine/ports/log_ins.hpp"
#include "engine/ports/policy_register.hpp"
#include "engine/ports/printer.hpp"
#include "engine/ports/readings.hpp"
#include "engine/ports/registers.hpp"
#include "engine/ports/report_writer.hpp"
#include "engine/ports/retention.hpp"
#include "engine/ports/second_factors.hpp"
#include "engine/ports/sessions.hpp"
#include "engine/ports/spreadsheet.hpp"
#include "engine/ports/statistics.hpp"
#include "engine/ports/transmission_register.hpp"
#include "engine/runner/runner.hpp"

namespace jalon::api {

struct House {
  Runner& runner;
  Registers& registers;
  LogIns& log_ins;
  SettingsSource& settings;
  Feeds& feeds;
  Committees& committees;
  CommitteeMeetings& meetings;
  Sessions& sessions;
  Statistics& statistics;
  DeadlineFiring& firing;
  WeeklyConsultation& consultation;
  TransmissionRegister& transmissions;
  ReportWriter const& report_writer;
  LetterRegister& letters;
  Press const& press;
  Printer const& printer;
  Drawer const& drawer;
  SpreadsheetWriter const& spreadsheets;
  std::vector<Definition> const& definitions;
  std::function<std::string()> metrics;  // Prometheus' text
  std::string public_url;                // where people reach it: « https://jalon.example.org »
  Absences& absences;
  ReminderRegister& reminders;
  PolicyRegister& policies;
  Readings& readings;
  Disclosures& disclosures;
  Retention& retention;
  CaseWatch& watch;
  Accounts& accounts;
  SecondFactors& second_factors;
  Pathways pathways;
  MorningDigests* mornings = nullptr;      // none where no e-mail leaves
  IdentityProvider* identities = nullptr;  // none where nobody logs in elsewhere
};

}  // namespace jalon::api
