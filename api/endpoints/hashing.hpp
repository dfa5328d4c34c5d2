// Hashes and secrets, by libsodium.
#pragma once
#include <string>
#include <string_view>

namespace jalon::api {

std::string sha256_base64url(std::string const& text);   // without padding: a challenge of PKCE
std::string hash_of(std::string_view text);              // BLAKE2b-256, hexadecimal
std::string new_token();                                 // 256 bits of chance, « jalon_… »
std::string new_uuid();                                  // version 4
std::size_t random_below(std::size_t bound);             // evenly, for secrets
std::string hash_password(std::string const& password);  // Argon2id, with its parameters
bool matches_password(std::string const& hash, std::string const& password);

}  // namespace jalon::api
