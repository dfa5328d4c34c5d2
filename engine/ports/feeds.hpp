// Calendar feeds: addresses with a secret in them, by which a calendar program reads an account's dates
// without logging in.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/ports/registers.hpp"

namespace jalon {

// Which dates a feed shows: a deadline when it is of one of the owners or is one of those named.
struct FeedWanted {
  Sight sight;
  std::vector<std::string> owners, deadlines;
  Date from;       // of committees and sessions; a deadline that runs is shown however old it is
  int most = 500;  // of each
};

class Feeds {
 public:
  virtual ~Feeds() = default;

  // The contract's JSON: {"id","name","created_at"}. Keeps only the hash of the secret. Nothing when there is
  // no such account or it is disabled.
  virtual std::optional<Json> add(std::string const& establishment, std::string const& login,
                                  std::string const& name, std::string const& secret_hash) = 0;
  virtual Page list(std::string const& establishment, std::string const& login, PageRequest const&) = 0;
  // False when that account has no such feed.
  virtual bool remove(std::string const& establishment, std::string const& login, std::string const& id) = 0;

  // Whose feed it is: roles and department as they are now. Nothing when it was revoked or the account
  // disabled.
  virtual std::optional<Registers::Caller> owner(std::string const& secret_hash) = 0;

  // {"committees":[{"id","on"}],"sessions":[{"id","entry_on","pre_reception_on","weeks","capacity","taken"}],
  //  "deadlines":[{"case","reference","workflow","deadline","number","due","derivation","overdue"}]}; a
  //  partner
  // at an MDPH gets no sessions.
  virtual Json dates(FeedWanted const& wanted) = 0;
};

}  // namespace jalon
