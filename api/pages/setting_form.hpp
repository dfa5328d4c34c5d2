// A form that is no event's: fields in their order, each with what was typed and what is wrong with it.
#pragma once
#include <string>
#include <vector>

#include "api/endpoints/api_problem.hpp"
#include "api/pages/event_form.hpp"

namespace jalon::pages {

class SettingForm {
 public:
  SettingForm() = default;
  // After a refusal: errors whose pointer names a field stand beside it, all of them at the top.
  explicit SettingForm(api::ApiProblem problem) : problem_(std::move(problem)) {}

  SettingForm& text(std::string const& name, std::string const& label, std::string const& value);
  // Never filled in again. `autocomplete`: « new-password », « current-password »
  SettingForm& secret(std::string const& name, std::string const& label, std::string const& autocomplete);
  SettingForm& choice(std::string const& name, std::string const& label, std::vector<Option> const& options,
                      std::string const& chosen);
  SettingForm& many(std::string const& name, std::string const& label, std::vector<Option> const& options,
                    std::vector<std::string> const& chosen);
  // Of the field before.
  SettingForm& hint(std::string const& words);
  SettingForm& optional();

  // {"fields","has_errors","summary"}, for the partials « wrong » and « field »
  Json data() const;

 private:
  SettingForm& add(std::string const& name, std::string const& label, char const* kind, Json more);

  api::ApiProblem problem_{api::ProblemName::invalid_data, "", {}, {}};
  Json fields_ = Json::array();
};

// The work's answer; when what was typed does not fit, the form again. Other refusals are pages of their own.
template <class Work, class Again>
auto or_again(Work const& work, Again const& again) -> decltype(work()) {
  try {
    return work();
  } catch (api::ApiProblem const& problem) {
    if (problem.name != api::ProblemName::invalid_data && problem.name != api::ProblemName::not_allowed_here)
      throw;
    return again(problem);
  }
}

}  // namespace jalon::pages
