// Who works here and by what they come in, as the administrator keeps it and as each sees of oneself. Every
// change leaves an entry: what, of whose account, by whom. Secrets never come here: hashes only.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/ports/registers.hpp"

namespace jalon {

// An account as it is from now on.
struct AccountChange {
  std::string establishment, login, name;
  std::optional<std::string> email, mdph;
  std::vector<std::string> roles;
};

struct NewToken {
  std::string establishment, login, name, hash;  // `name`: what it is for
  int days_valid = 365;                          // in real time
};

class Accounts {
 public:
  virtual ~Accounts() = default;

  // Items:
  // {"login","name","email","mdph","roles","second_factor","created_at","disabled_at"}
  virtual Page list(std::string const& establishment, PageRequest const& page) = 0;
  virtual std::optional<Json> find(std::string const& establishment, std::string const& login) = 0;
  virtual void add(AccountRecord const& account, std::string const& by) = 0;  // throws AlreadyThere
  // False when there is none. With other roles its open sessions end.
  virtual bool amend(AccountChange const& change, std::string const& by) = 0;
  // Its tokens, feeds and sessions end at once.
  virtual Disabled disable(std::string const& establishment, std::string const& login,
                           std::string const& by) = 0;
  // False when it is not disabled. Tokens and feeds do not come back.
  virtual bool enable(std::string const& establishment, std::string const& login, std::string const& by) = 0;
  // Ends the account's sessions but the one named (empty: all), and forgets failed log-ins. False when there
  // is no such account or it is disabled.
  virtual bool set_password(std::string const& establishment, std::string const& login,
                            std::string const& password_hash, std::string const& kept_session_hash,
                            std::string const& by) = 0;
  // The newest first: {"what","by","at"}. `what`: added, amended, disabled, enabled, password_set,
  // token_added, token_revoked, second_factor_on, second_factor_off, recovery_code_used
  virtual Page entries(std::string const& establishment, std::string const& login,
                       PageRequest const& page) = 0;

  // Of all accounts, the newest first: {"id","login","name","created_at","expires_at","last_used_at"}
  virtual Page tokens(std::string const& establishment, PageRequest const& page) = 0;
  // Such an item. Nothing when there is no such account or it is disabled.
  virtual std::optional<Json> add_token(NewToken const& token, std::string const& by) = 0;
  virtual bool revoke_token(std::string const& establishment, std::string const& id,
                            std::string const& by) = 0;

  // Open sessions of the pages, the last used first: [{"opened_at","last_seen_at","here"}]; « here » is the
  // one with that hash.
  virtual Json sessions(std::string const& establishment, std::string const& login,
                        std::string const& session_hash) = 0;
  virtual void close_other_sessions(std::string const& establishment, std::string const& login,
                                    std::string const& session_hash) = 0;
};

}  // namespace jalon
