// READ FIRST for a change of policy: look, ask, set, count anew. The calendar and the policy change in this
// one way, whether an endpoint asks or the command line.
//
//     preview → for each kind of deadline whose dates would move: kept or restarted? → set → recount, case by
//     case, each in a commit of its own
//
// Set again with the same value it goes on where it stopped: a case already counted anew moves no more. A
// change may be planned for a day to come (planned_policy.hpp).
#pragma once
#include "engine/policy/preview.hpp"
#include "engine/ports/policy_register.hpp"
#include "engine/runner/runner.hpp"

namespace jalon {

enum class Clock { kept, restarted };
using Clocks = std::map<std::string, Clock>;  // by deadline

// A change that cannot be taken as it is: what is wrong, and where in the request.
struct PolicyRefused {
  FieldErrors errors;
};

struct CaseRecounted {
  CaseName of_case;
  bool done = false;
  std::string why;  // when it was not, in French
};

class PolicyChange {
 public:
  PolicyChange(PolicyRegister& policies, Registers& registers, SettingsSource& settings, Runner& runner,
               std::vector<Definition> const& definitions)
      : policies_(policies),
        registers_(registers),
        settings_(settings),
        runner_(runner),
        definitions_(definitions) {}

  static bool takes(std::string const& setting) { return setting == "calendar" || setting == "policy"; }

  // Throws PolicyRefused for a value that does not fit.
  Preview preview(std::string const& establishment, std::string const& setting, Json const& value);
  // Throws PolicyRefused, also when dates of a kind move and `clocks` does not say what becomes of them;
  // nothing has changed then. The cases whose dates were counted anew.
  std::vector<CaseRecounted> set(std::string const& establishment, std::string const& setting,
                                 Json const& value, Clocks const& clocks, std::string const& login);

  // The same for a later day: refused as `set` would refuse it today, and when the day is not to come or lies
  // more than two years ahead.
  void plan(PlannedSetting const& planned);
  // The day has come. Kinds that move now and were not spoken of keep their clock.
  void set_planned(PlannedSetting const& planned);

 private:
  void require_consent(std::string const& establishment, std::string const& setting, Json const& value,
                       Clocks const& clocks);
  std::set<std::string> kinds_touched(std::string const& establishment, std::string const& setting,
                                      Json const& value);
  Preview look(std::string const& establishment, std::string const& setting, Settings const& before,
               Settings const& after);
  std::vector<CaseRecounted> recount(std::string const& establishment,
                                     std::set<std::string> const& deadlines);

  PolicyRegister& policies_;
  Registers& registers_;
  SettingsSource& settings_;
  Runner& runner_;
  std::vector<Definition> const& definitions_;
};

// The settings with that value taken up. Throws PolicyRefused for one that does not fit.
Settings settings_with(Settings settings, std::string const& setting, Json const& value,
                       std::vector<Definition> const& definitions);

// « kept » or « restarted » by deadline, as a request says it; what is neither goes to `errors`.
Clocks read_clocks(Json const& json, FieldErrors& errors);
Json to_json(Clocks const& clocks);
// The deadlines counted anew.
std::set<std::string> restarted_in(Clocks const& clocks);

}  // namespace jalon
