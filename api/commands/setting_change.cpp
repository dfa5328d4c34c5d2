#include "api/commands/setting_change.hpp"

#include <algorithm>

#include "api/commands/french.hpp"

namespace jalon::commands {

namespace {

Clocks clocks_of(ClockOptions const& options) {
  Clocks clocks;
  for (auto const& deadline : options.kept) clocks[deadline] = Clock::kept;
  for (auto const& deadline : options.restarted)
    if (!clocks.emplace(deadline, Clock::restarted).second)
      throw CommandFailed("« " + deadline + " » ne peut pas être à la fois gardée et recommencée.");
  return clocks;
}

std::string told(std::vector<CaseRecounted> const& cases) {
  auto const done = std::count_if(cases.begin(), cases.end(), [](auto const& each) { return each.done; });
  std::string text = std::to_string(done) + " dossier(s) compté(s) à nouveau.";
  for (auto const& each : cases)
    if (!each.done) text += "\n" + each.of_case.reference + " : " + each.why;
  return text;
}

}  // namespace

void add_clock_options(CLI::App& verb, ClockOptions& clocks) {
  verb.add_option("--keep", clocks.kept, "Échéance dont les dates en cours restent (plusieurs fois)");
  verb.add_option("--restart", clocks.restarted,
                  "Échéance dont les dates en cours sont comptées à nouveau, du même jour (plusieurs fois)");
  verb.add_option("--from", clocks.valid_from, "Premier jour, à venir (AAAA-MM-JJ) ; aussitôt sinon");
}

PolicyChange change_in(Program& program) {
  return {program.policies, program.registers, program.settings, program.runner, all_workflows()};
}

void fail(PolicyRefused const& refused) {
  std::string text = "Rien n'est changé.";
  for (auto const& error : refused.errors)
    text += "\n  " + field_in_words(error.pointer) + " : " + error.message;
  if (std::any_of(refused.errors.begin(), refused.errors.end(),
                  [](FieldError const& error) { return error.pointer.starts_with("/clocks/"); }))
    text += "\nDites pour chacune --keep ÉCHÉANCE ou --restart ÉCHÉANCE.";
  throw CommandFailed(text);
}

namespace {
std::string plan_setting(Program& program, PlannedSetting const& planned) {
  change_in(program).plan(planned);
  return "Prévu pour le " + french(planned.valid_from) + ".";
}
}  // namespace

std::string change_setting(Program& program, CommonOptions const& common, std::string const& setting,
                           Json const& value, ClockOptions const& clocks) {
  try {
    if (!clocks.valid_from.empty()) {
      auto const day = parse_date(clocks.valid_from);
      if (!day) throw CommandFailed("--from attend un jour : AAAA-MM-JJ.");
      return plan_setting(program, {program.establishment(common), setting, *day, value,
                                    to_json(clocks_of(clocks)), "console"});
    }
    return told(
        change_in(program).set(program.establishment(common), setting, value, clocks_of(clocks), "console"));
  } catch (PolicyRefused const& refused) {
    fail(refused);
  }
}

}  // namespace jalon::commands
