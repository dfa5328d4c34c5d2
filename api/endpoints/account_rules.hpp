// What an account has to be, whether the console asks or the API.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/ports/accounts.hpp"

namespace jalon::api {

// What is wrong, for the person who typed it; nothing when it may be. One rule for all: long, whatever its
// characters, and no word of this house (CNIL 2022, ASVS 6.2): 16 to 200 signs, not the login or the name.
std::optional<std::string> fault_of_password(std::string const& password, std::string const& login = "");

// A password that nobody has to think up: five groups of four letters and digits that no one misreads,
// 95 bits of chance.
std::string new_password();

// Pointers are those of the API's body (« /email »).
FieldErrors faults_of_account(AccountChange const& account);

}  // namespace jalon::api
