#pragma once

#include <memory>

#include "tests/kit/store_world.hpp"

namespace jalon::kit {

/// A scratch database, two stores on pools of their own.
std::unique_ptr<StoreWorld> make_postgres_world();

}  // namespace jalon::kit
