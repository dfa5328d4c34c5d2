// Secrets that have to be kept readable for the program (what codes are made of) stand sealed in the
// database, under a key that is not in it.
#pragma once
#include <stdexcept>

namespace jalon {

// What is stored does not open, or nothing can be stored: this process has another key than it was sealed
// with, or none. The message is French and says what to do.
struct SealedAway : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace jalon
