// Identifiers of what a decision causes, made from the case and its revision: the pure step needs no chance,
// and deciding again after a conflict gives the same names to the same things.
#pragma once
#include <string>

namespace jalon {

class IdentifierSource {
 public:
  IdentifierSource(std::string case_id, int revision)
      : seed_(std::move(case_id) + "/" + std::to_string(revision)) {}
  std::string identifier();  // a UUID (version 5)

 private:
  std::string seed_;
  int count_ = 0;
};

}  // namespace jalon
