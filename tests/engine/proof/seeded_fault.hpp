// A sound definition broken in one place, and the rule that catches it. TEST_P stands in proof_test.cpp; the
// faults in a file per kind.
#pragma once
#include <gtest/gtest.h>

#include "engine/proof/proof.hpp"
#include "tests/kit/engine/breaking.hpp"

namespace jalon {

struct Fault {
  char const* name;  // a sentence, in one word
  char const* rule;
  void (*break_it)(Definition&);
};

inline void PrintTo(Fault const& fault, std::ostream* out) {
  *out << fault.name;
}

inline std::string name_of_fault(testing::TestParamInfo<Fault> const& fault) {
  return fault.param.name;
}

class SeededFault : public testing::TestWithParam<Fault> {};

inline constexpr char const* journey = "journey";

}  // namespace jalon
