#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/feeds.hpp"

namespace jalon::postgres {

/// The feeds in PostgreSQL: one statement a call. Throws Unavailable when the database cannot be reached in
/// time. May be used from several threads.
class PostgresFeeds : public Feeds {
 public:
  explicit PostgresFeeds(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  std::optional<Json> add(std::string const& establishment, std::string const& login, std::string const& name,
                          std::string const& secret_hash) override;
  Page list(std::string const& establishment, std::string const& login, PageRequest const& page) override;
  bool remove(std::string const& establishment, std::string const& login, std::string const& id) override;
  std::optional<Registers::Caller> owner(std::string const& secret_hash) override;
  Json dates(FeedWanted const& wanted) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
