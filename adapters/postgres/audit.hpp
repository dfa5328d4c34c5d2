#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/json/json.hpp"

namespace jalon::postgres {

/// The chain of hashes over what is append-only (migrations/0041_audit.sql). Throws Unavailable.
class PostgresAudit {
 public:
  explicit PostgresAudit(Pool& pool) : access_(pool) {}

  /// Seals all that is committed and not sealed yet, block by block; how many rows.
  long long seal_all() const;

  /// [{"establishment", "number", "at", "hash", "waiting"}]: the last block of each chain.
  Json heads() const;

 private:
  Access access_;
};

}  // namespace jalon::postgres
