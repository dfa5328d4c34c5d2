// What the endpoints work with. Built once by the composition root (api/main.cpp); everything behind it is a
// port. Who uses one includes its header: a port that changes is compiled anew only where it is used.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/ports/registers.hpp"
#include "engine/reminders/pathways.hpp"
#include "engine/runner/runner.hpp"

namespace jalon {
class Absences;
class Accounts;
class CaseWatch;
class CommitteeMeetings;
class Committees;
class DeadlineFiring;
class Disclosures;
class Drawer;
class Feeds;
class IdentityProvider;
class LetterRegister;
class LogIns;
class MorningDigests;
class PolicyRegister;
class Press;
class Printer;
class Readings;
class ReminderRegister;
class ReportWriter;
class Retention;
class SecondFactors;
class Sessions;
class SpreadsheetWriter;
class Statistics;
class TransmissionRegister;
class WeeklyConsultation;
}  // namespace jalon

namespace jalon::api {

class LiveCases;

// Whether it can serve, and what each part says: « ok », or in French what is wrong and what to do.
struct Readiness {
  bool is_ready = true;
  std::map<std::string, std::string> parts;
};

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
  LiveCases& live;
  Accounts& accounts;
  SecondFactors& second_factors;
  Pathways pathways;
  MorningDigests* mornings = nullptr;      // none where no e-mail leaves
  IdentityProvider* identities = nullptr;  // none where nobody logs in elsewhere
  std::function<Readiness()> readiness;    // none: ready when the database answers
};

}  // namespace jalon::api
