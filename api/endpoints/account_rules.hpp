// What an account has to be, whether the console asks or the API.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/ports/accounts.hpp"

namespace jalon::api {

// Whose password it is to be.
struct PasswordOwner {
  std::string login;
  std::string house_name;  // the establishment's, as its letters bear it; may be empty
};

// What is wrong, for the person who typed it; nothing when it may be. One rule for all: long, whatever its
// characters, no word of this house and nothing that everybody thinks of (CNIL 2022, ASVS 6.2): 16 to 200
// signs, without the login, the name of the house or « jalon », and not made of common passwords.
std::optional<std::string> fault_of_password(std::string const& password, PasswordOwner const& owner);

std::string name_on_letters(Registers& registers, std::string const& establishment);

// A password that nobody has to think up: five groups of four letters and digits that no one misreads,
// 95 bits of chance.
std::string new_password();

// Pointers are those of the API's body (« /email »).
FieldErrors faults_of_account(AccountChange const& account);

}  // namespace jalon::api
