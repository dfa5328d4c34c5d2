// What a decision may know of the world beside the case, read before it and handed in: who acts, which day it
// is, what the event points to, the establishment's calendar, policy and codes. With these the decision needs
// no I/O.
#pragma once
#include <optional>
#include <string>

#include "engine/calendar/instant.hpp"
#include "engine/calendar/opening_calendar.hpp"
#include "engine/model/policy.hpp"
#include "engine/model/role.hpp"

namespace jalon {

struct Actor {
  std::string login;
  RoleSet roles;
  std::string mdph;  // of an mdph_partner: the department whose cases it sees
  RoleSet reads_as =
      {};  // what is disclosed beyond the roles, in this one case (engine/access/disclosure.hpp)
  RoleSet reading() const { return roles | reads_as; }
};

struct SessionFact {
  std::string id;
  Date entry_on;
  int weeks = 14;
  std::optional<Date> pre_reception_on;
  int capacity = 0, taken = 0;
};
struct CommitteeFact {
  std::string id;
  Date held_on;
};
struct Facts {
  std::optional<SessionFact> session;
  std::optional<CommitteeFact> committee;
  bool other_case_exists = false;
  bool account_exists = false;
  int settings_revision = 0;  // under which calendar, codes and policy it was decided
};

// The codes of TRE_R358 an establishment reports by default (domain: ViaTrajectoire, table of reasons).
struct ReasonSettings {
  std::string renounced = "118";     // refus d'inscription
  std::string not_retained = "115";  // projet de vie
  std::string no_show = "148";       // injoignable
  std::string transferred = "172";   // changement de situation
};

struct Surroundings {
  Instant now;
  Date today;
  OpeningCalendar const& calendar;
  ReasonSettings const& reasons;
  Policy const& policy;
  Actor const& actor;
  Facts facts;
};

}  // namespace jalon
