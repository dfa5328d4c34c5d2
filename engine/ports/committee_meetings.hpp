// How a committee's date is found, and what is kept of its meeting.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/ports/registers.hpp"

namespace jalon {

// Who was there: as what, and under which name.
struct PresentPerson {
  std::string role, name;
};

class CommitteeMeetings {
 public:
  virtual ~CommitteeMeetings() = default;

  // ---- the date ----
  // A proposal: {"id","dates":[{"on","yes","if_needed","no","answers":[{"login","name","answer"}]}],"note",
  // "proposed_by","proposed_at","chosen_on","committee"}, its dates in their order.

  // Writes to each member in the same commit; the note is read behind the log-in only.
  virtual Json propose(std::string const& establishment, std::vector<Date> const& dates,
                       std::optional<std::string> const& note, std::string const& login,
                       std::string const& url) = 0;
  virtual Page proposals(std::string const& establishment, PageRequest const&) = 0;
  virtual std::optional<Json> proposal(std::string const& establishment, std::string const& id) = 0;
  // `answers`: [{"on","answer"}], yes, no or if_needed; the last one of a date counts. not_this_way: a date
  // is chosen already.
  virtual Finished answer(std::string const& establishment, std::string const& proposal, Json const& answers,
                          std::string const& login) = 0;
  // The date becomes a committee. not_this_way: another one is chosen, or this one was not proposed.
  virtual Finished choose(std::string const& establishment, std::string const& proposal, Date on,
                          std::string const& login) = 0;

  // ---- the minutes ----
  // A further version, unless it says the same as the last. not_this_way: the meeting lies ahead.
  virtual Finished record_minutes(std::string const& establishment, std::string const& committee,
                                  std::vector<PresentPerson> const& present,
                                  std::optional<std::string> const& remarks, std::string const& login) = 0;
  // {"committee","held_on","version","recorded_by","recorded_at","present","remarks","decisions"}: who was
  // there, and what the cases know of the decisions, less those out of sight. That these were read is kept.
  // Nothing until minutes were recorded.
  virtual std::optional<Json> minutes(Sight const& sight, std::string const& committee,
                                      std::string const& login) = 0;
};

}  // namespace jalon
