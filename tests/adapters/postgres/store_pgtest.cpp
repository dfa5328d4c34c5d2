#include "tests/kit/due_work_conformance.hpp"
#include "tests/kit/postgres_world.hpp"
#include "tests/kit/store_contention_conformance.hpp"

namespace jalon::kit {

INSTANTIATE_TEST_SUITE_P(Postgres, StoreConformance, testing::Values(make_postgres_world));
INSTANTIATE_TEST_SUITE_P(Postgres, DueWorkConformance, testing::Values(make_postgres_world));

}  // namespace jalon::kit
