#include "api/pages/session_list.hpp"

#include <algorithm>

#include "api/pages/case_of.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/event_form.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/meetings.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/session_form.hpp"
#include "api/pages/session_frame.hpp"

namespace jalon::pages {

namespace {

constexpr RoleSet founders{Role::coordinator};
constexpr int usual_weeks = 14;

// As the form of an event would be made; the establishment's policy may say the usual size of a group.
Json new_session_schema(bool asks_capacity) {
  Json required{"entry_on"};
  if (asks_capacity) required.push_back("capacity");
  return {{"properties", session_properties()}, {"required", required}};
}

Form likely_values(std::optional<int> size) {
  std::vector<std::pair<std::string, std::string>> likely{{"weeks", std::to_string(usual_weeks)}};
  if (size) likely.emplace_back("capacity", std::to_string(*size));
  return Form(std::move(likely));
}

std::optional<int> usual_size(Visit const& visit) {
  return visit.house.settings.in_force(visit.caller.establishment)->policy.group_size;
}

Json line_of(Visit const& visit, Json const& session) {
  auto const entry_on = parse_date(session.at("on").get<std::string>()).value();
  return {{"address", session.at("address")},
          {"day", long_french(entry_on)},
          {"when", entry_on < visit.today() ? "" : relative(entry_on, visit.today())},
          {"seats", seats_in_words(session)}};
}

http::Response list(Visit const& visit, FieldErrors errors = {}) {
  Json coming = Json::array(), past = Json::array();
  for (auto const& session : all_sessions(visit))
    (session.at("on") >= to_string(visit.today()) ? coming : past).push_back(line_of(visit, session));
  std::reverse(past.begin(), past.end());
  for (auto& error : errors) error.pointer = "/data" + error.pointer;
  auto const size = usual_size(visit);
  bool const was_typed = !visit.form.fields().empty();
  return render(
      visit, "session_list",
      {{"title", "Sessions"},
       {"confirmation", confirmation_of(visit)},
       {"coming", coming},
       {"none_coming", coming.empty()},
       {"past", past},
       {"may_add", founders.meets(visit.roles)},
       {"fields",
        fields_of(new_session_schema(!size),
                  {was_typed ? visit.form : likely_values(size), errors, {}, visit.today()}, "session")}},
      errors.empty() ? 200 : 422);
}

http::Response show(Visit& visit) {
  return list(visit);
}

http::Response add(Visit& visit) {
  try {
    auto const added =
        visit.call_api("POST", "/sessions", data_of(new_session_schema(!usual_size(visit)), visit.form));
    visit.path["which"] = added.at("id").get<std::string>();
  } catch (api::ApiProblem const& problem) {
    if (problem.errors.empty()) throw;
    return list(visit, problem.errors);
  }
  return see_other(with_confirmation(session_of(visit).at("address"), "session", ""));
}

}  // namespace

std::vector<PageRoute> session_list_pages() {
  return {{.method = "GET", .address = "/sessions", .execute = show, .roles = case_roles()},
          {.method = "POST", .address = "/sessions", .execute = add, .roles = founders}};
}

}  // namespace jalon::pages
