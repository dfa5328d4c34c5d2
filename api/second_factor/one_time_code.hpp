// Codes of the moment: HOTP (RFC 4226) by time (TOTP, RFC 6238), with SHA-1, 30 seconds and six digits,
// because that is what every application for telephones reads.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace jalon::second_factor {

inline constexpr std::chrono::seconds step_length{30};

using RandomBelow = std::function<std::size_t(std::size_t)>;  // evenly, from a source fit for secrets

std::string new_secret(RandomBelow const& random_below);  // 160 bits in base32: 32 letters and digits
bool is_secret(std::string_view text);                    // one that new_secret could have made

// Throws std::invalid_argument when the secret is no base32.
std::string code_at(std::string_view secret, std::int64_t step);

std::int64_t step_of(std::chrono::system_clock::time_point now);
// The step whose code this is: the present one, the one before or the one after, because clocks differ.
// Nothing when it is none of theirs. Compares in constant time; spaces in the code do not count.
std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code,
                                          std::chrono::system_clock::time_point now);

// What a QR code tells the application: « otpauth://totp/Jalon:anne?secret=…&issuer=Jalon ».
std::string otpauth_address(std::string_view secret, std::string_view issuer, std::string_view account);

// For people who type it: « JBSW Y3DP … ».
std::string in_groups_of_four(std::string_view secret);

}  // namespace jalon::second_factor
