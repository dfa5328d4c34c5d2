// What reminders to the staff are made from and where they are put. Reading is one statement a call.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/ports/registers.hpp"
#include "engine/reminders/reminder_facts.hpp"

namespace jalon {

// Deadlines whose last day lies in a window, and that any of these roles owns, or that bear one of these
// names.
struct DeadlineFilter {
  std::vector<std::string> owners, names = {};
  std::optional<Date> from;
  Date until;
};
struct DeadlinePage {
  std::vector<CaseDeadline> deadlines;
  std::optional<std::string> next;
};

class ReminderRegister {
 public:
  virtual ~ReminderRegister() = default;

  virtual MorningState morning_state(std::string const& establishment) = 0;
  // Staff, and absences that end on `from` or later.
  virtual Roster roster(std::string const& establishment, Date from) = 0;
  // Staff, absences that end on `from` or later, and the cases with a deadline or a dated task due on or
  // before `until`.
  virtual ReminderFacts facts(std::string const& establishment, Date from, Date until) = 0;
  // Deadlines that are still asked for, the earliest first, with their cases. What cannot be read is passed
  // over.
  virtual DeadlinePage deadlines(Sight const&, DeadlineFilter const&, PageRequest const&) = 0;
  // Messages to the person that did not arrive, of open cases.
  virtual std::vector<TroubledMessage> troubled_messages(std::string const& establishment) = 0;

  // Puts a morning's digests into the outbox: all in one commit, and once, whoever calls and however often.
  // `details`: a list of what each is made of. False when that morning is already done.
  virtual bool open_morning(std::string const& establishment, Date day, Json const& details) = 0;
  // The same for urgent e-mails; those already there are passed over.
  virtual void add_urgent(std::string const& establishment, Json const& details) = 0;
  // E-mails that wait in the outbox, in their order:
  // {"id","template","recipient","to","case","reference","status", "created_at","not_before","attempts"}. «
  // to » is the login of a colleague, or null.
  virtual Json waiting_emails(std::string const& establishment) = 0;
};

}  // namespace jalon
