// What of a case is disclosed beyond what roles read (engine/access/disclosure.hpp): what the person said,
// who is of their team, and who read exceptionally. Nothing of it is ever changed or taken away: what was
// said last counts.
#pragma once
#include "engine/access/disclosure.hpp"
#include "engine/ports/registers.hpp"

namespace jalon {

// What the person said: nothing said is no agreement, and it may be taken back.
struct Consent {
  // That the MDPH's member of the committee reads how urgent the file is (C49); that their team reads the
  // conclusions (R2).
  enum class Purpose { mdph, team } purpose{};
  bool given = false;
  bool written = false;  // else orally
  Date on;               // when it was said; not in the future
};

class Disclosures {
 public:
  virtual ~Disclosures() = default;

  // Kept with who and when. no_such: no such case; not_this_way: said in the future.
  virtual Finished record_consent(std::string const& establishment, std::string const& case_id,
                                  Consent const& consent, std::string const& login) = 0;
  // {"case","mdph","team" (each "given", "withdrawn" or null: nothing
  // said),"entries":[{"purpose","consent","way","on", "by","at"}]}. Nothing when there is no such case.
  virtual std::optional<Json> consents_of(std::string const& establishment, std::string const& case_id) = 0;

  virtual Disclosed to(std::string const& login, std::string const& establishment,
                       std::string const& case_id) = 0;

  // Opens one for an hour on the clock of record and tells coordinators and deputy directors, in one commit;
  // one that is open already is answered again. `url`: where people reach the program.
  // {"login","name","reason","at","until"}; nothing when there is no such case.
  virtual std::optional<Json> open_exceptional(std::string const& establishment, std::string const& case_id,
                                               std::string const& login, std::string const& reason,
                                               std::string const& url) = 0;
  // The newest first.
  virtual Page exceptional_of(std::string const& establishment, std::string const& case_id,
                              PageRequest const& page) = 0;

  // The référent whom the pathway designates is of the team by that alone, not by being among the members.
  // {"case","referent" ({"login","name"} or null),"members":[{"login","name","since","by"}],
  // "entries":[{"login","name","change" ("added" or "ended"),"by","at"}]}, entries as they came. Nothing when
  // there is no such case.
  virtual std::optional<Json> team_of(std::string const& establishment, std::string const& case_id) = 0;
  // no_such: no such case; not_this_way: no such account, or it is disabled. Who is there already is not
  // added again.
  virtual Finished add_to_team(std::string const& establishment, std::string const& case_id,
                               std::string const& member, std::string const& login) = 0;
  // no_such: no such case; not_this_way: not added, or ended already.
  virtual Finished end_in_team(std::string const& establishment, std::string const& case_id,
                               std::string const& member, std::string const& login) = 0;
};

}  // namespace jalon
