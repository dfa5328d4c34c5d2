#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/accounts.hpp"

namespace jalon::postgres {

/// Accounts, tokens and sessions in PostgreSQL: one statement a call, its entry in the same commit. Throws
/// Unavailable when the database cannot be reached in time. May be used from several threads.
class PostgresAccounts : public Accounts {
 public:
  explicit PostgresAccounts(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  Page list(std::string const& establishment, PageRequest const& page) override;
  std::optional<Json> find(std::string const& establishment, std::string const& login) override;
  void add(AccountRecord const& account, std::string const& by) override;
  bool amend(AccountChange const& change, std::string const& by) override;
  Disabled disable(std::string const& establishment, std::string const& login,
                   std::string const& by) override;
  bool enable(std::string const& establishment, std::string const& login, std::string const& by) override;
  bool set_password(std::string const& establishment, std::string const& login,
                    std::string const& password_hash, std::string const& kept_session_hash,
                    std::string const& by) override;
  Page entries(std::string const& establishment, std::string const& login, PageRequest const& page) override;

  Page tokens(std::string const& establishment, PageRequest const& page) override;
  std::optional<Json> add_token(NewToken const& token, std::string const& by) override;
  bool revoke_token(std::string const& establishment, std::string const& id, std::string const& by) override;

  Json sessions(std::string const& establishment, std::string const& login,
                std::string const& session_hash) override;
  void close_other_sessions(std::string const& establishment, std::string const& login,
                            std::string const& session_hash) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
