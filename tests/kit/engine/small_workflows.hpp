// Definitions made for the tests of the kernel, each small enough to be read in a minute.
#pragma once
#include "engine/model/definition.hpp"

namespace jalon::small {

// Three regions moved by the same event: guards in a declared order, a family of conditions, rows that stay,
// several sources, rows beside others, an interruption and a terminal state.
Definition lanes();

// A composite that is left and taken up again or forgotten, whose inner rows hide the outer ones of the same
// event, where one inner region answers while the other does not.
Definition house();

// Actions that throw.
Definition mishap();

}  // namespace jalon::small
