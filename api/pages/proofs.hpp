// What shows that somebody is who they say: the password and, where it is on, the second factor. Wrong ones
// slow down, by account and by address.
#pragma once
#include "api/pages/visit.hpp"
#include "engine/ports/second_factors.hpp"

namespace jalon::pages {

LogInAttempt attempt_of(Visit const& visit, AccountName const& account);

// For an account that does not exist it takes as long, and is false. Says nothing of failures.
bool is_right_password(LogIns& log_ins, LogInAttempt const& attempt, std::string const& password);

// Whether the log-in asks for a code; needs no key.
bool has_second_factor(Visit const& visit, AccountName const& account);

// A code of the moment or a recovery code; either is used up. Throws SealedAway when it is no recovery code
// and the key for the other is not here.
bool is_right_code(SecondFactors& factors, AccountName const& account, std::string const& typed);

// The same for somebody who is logged in and does something that a session left open must not: a failure is
// counted. Throws ApiProblem invalid_data for the field « password », also while the account has to wait.
void require_own_password(Visit const& visit);

std::string hash_of_recovery_code(AccountName const& account, std::string const& typed);

// « Trop d’essais de suite. Réessayez dans 8 secondes. »
std::string too_many(std::chrono::seconds pause);

}  // namespace jalon::pages
