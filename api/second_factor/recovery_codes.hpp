// Codes for whoever has no telephone at hand: ten, each good once, written on paper.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "api/second_factor/one_time_code.hpp"

namespace jalon::second_factor {

inline constexpr int number_of_recovery_codes = 10;

// « k7mq-2xwt-9bhd »: twelve letters and digits that no one misreads, 59 bits of chance.
std::vector<std::string> new_recovery_codes(RandomBelow const& random_below);

// As it is hashed: however it was typed, in capitals, without hyphens or with spaces.
std::string plain_recovery_code(std::string_view typed);

}  // namespace jalon::second_factor
