// What reminders to the staff are made from and where they are put. Reading is one statement a call.
#pragma once
#include <string>
#include <vector>

#include "engine/reminders/reminder_facts.hpp"

namespace jalon {

class ReminderRegister {
 public:
  virtual ~ReminderRegister() = default;

  virtual MorningState morning_state(std::string const& establishment) = 0;
  // Staff, absences that end on `from` or later, and the cases with a deadline or a dated task due on or
  // before `until`.
  virtual ReminderFacts facts(std::string const& establishment, Date from, Date until) = 0;
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
