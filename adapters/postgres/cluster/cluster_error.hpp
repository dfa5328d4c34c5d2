#pragma once

#include <stdexcept>

namespace jalon::postgres {

/// The private cluster cannot be used. `what()` is a French sentence for the person at the terminal: it
/// names the folder, the account or the process at fault and, where there is one, the way out.
class ClusterError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace jalon::postgres
