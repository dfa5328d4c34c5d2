// What the endpoints work with. Built once by the composition root (api/main.cpp); everything behind it is a
// port.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "engine/dispatcher/deadline_firing.hpp"
#include "engine/dispatcher/morning_digests.hpp"
#include "engine/ports/absences.hpp"
#include "engine/ports/feeds.hpp"
#include "engine/ports/letter_register.hpp"
#include "engine/ports/printer.hpp"
#include "engine/ports/registers.hpp"
#include "engine/runner/runner.hpp"

namespace jalon::api {

struct House {
  Runner& runner;
  Registers& registers;
  Feeds& feeds;
  DeadlineFiring& firing;
  LetterRegister& letters;
  Press const& press;
  Printer const& printer;
  std::vector<Definition> const& definitions;
  std::function<std::string()> metrics;  // Prometheus' text
  std::string public_url;                // where people reach it: « https://jalon.example.org »
  Absences& absences;
  ReminderRegister& reminders;
  SettingsSource& settings;
  Pathways pathways;
  MorningDigests* mornings = nullptr;  // none where no e-mail leaves
};

}  // namespace jalon::api
