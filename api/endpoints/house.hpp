// What the endpoints work with. Built once by the composition root (api/main.cpp); everything behind it is a
// port.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "engine/dispatcher/deadline_firing.hpp"
#include "engine/ports/registers.hpp"
#include "engine/runner/runner.hpp"

namespace jalon::api {

struct House {
  Runner& runner;
  Registers& registers;
  DeadlineFiring& firing;
  std::vector<Definition> const& definitions;
  std::function<std::string()> metrics;  // Prometheus' text
};

}  // namespace jalon::api
