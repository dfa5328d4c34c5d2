// What stands around a decision in a test: a day, an establishment open on working days, somebody who holds
// the roles the test gives, and facts that a store would have read.
#pragma once
#include "engine/decision/decision.hpp"

namespace jalon::kit {

constexpr std::string_view session_id = "5e550000-0000-4000-8000-000000000001";
constexpr std::string_view committee_id = "c0330000-0000-4000-8000-000000000001";
constexpr std::string_view other_case_id = "ca5e0000-0000-4000-8000-000000000002";

// Throws when the text is no date: for constants of tests.
Date day(std::string_view text);

struct World {
  Date today = day("2026-01-05");
  OpeningCalendar calendar;
  ReasonSettings reasons;
  Policy policy;
  Actor actor{"somebody", {}, ""};
  Facts facts;

  Surroundings surroundings() const;
  void act_as(RoleSet roles) { actor.roles = roles; }
};

// Neither opened nor named: what the opening event is decided on.
Snapshot unopened_case(Definition const& definition);

// The data of an opening event.
Json opening_data(std::string const& channel, Date received_on);

}  // namespace jalon::kit
