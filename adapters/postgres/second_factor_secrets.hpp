#pragma once

#include <string>
#include <vector>

#include "adapters/postgres/access.hpp"
#include "engine/ports/second_factors.hpp"

namespace jalon::postgres {

struct StoredSecret {
  AccountName account;
  std::string secret;  ///< sealed, or, where it was written by a program before 0037, readable
};

/// The secrets of all second factors as they are stored, for the process that has the key and looks at the
/// start whether it opens them. Throws Unavailable.
class SecondFactorSecrets {
 public:
  explicit SecondFactorSecrets(Pool& pool,
                               std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  std::vector<StoredSecret> all() const;
  /// Only if it still stands as it was read.
  void replace(StoredSecret const& was, std::string const& sealed) const;

 private:
  Access access_;
};

}  // namespace jalon::postgres
