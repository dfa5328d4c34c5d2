#include "adapters/postgres/audit.hpp"

#include "adapters/postgres/one_value.hpp"
#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {

namespace {
constexpr char const* most_leaves = "1000";
}

long long PostgresAudit::seal_all() const {
  for (long long total = 0;;) {
    auto const sealed = one_value(access_, sql::seal_audit, {most_leaves}).get<long long>();
    if (sealed == 0) return total;
    total += sealed;
  }
}

Json PostgresAudit::heads() const {
  return one_value(access_, sql::audit_heads, {});
}

}  // namespace jalon::postgres
