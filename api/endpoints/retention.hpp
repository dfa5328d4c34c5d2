// How long closed cases are kept: the rule, a dry run of it, the erasing and its register.
#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

constexpr std::size_t most_erased_at_once = 200;
constexpr char const* erase_word = "effacer";  // typed by who erases: it cannot be undone

std::vector<Route> retention_routes();

}  // namespace jalon::api
