// Data for an event, drawn from its JSON Schema: right in form, any value, often enough what moves a case on.
#pragma once
#include <random>

#include "engine/json/json.hpp"
#include "tests/kit/engine/world.hpp"

namespace jalon::kit {

using Chance = std::mt19937_64;

// The seed of JALON_SEED, else one drawn anew; printed, so that a failure can be played again.
std::uint64_t chosen_seed();

int draw(Chance& chance, int least, int most);
bool happens(Chance& chance, double probability);

// Dates lie at most three days before `today`.
Json random_data(Chance& chance, Json const& schema, Date today);

}  // namespace jalon::kit
