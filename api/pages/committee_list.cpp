#include "api/pages/committee_list.hpp"

#include <algorithm>

#include "api/pages/committee_dates.hpp"
#include "api/pages/committee_frame.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/meetings.hpp"
#include "api/pages/renderer.hpp"
#include "engine/text/counted.hpp"

namespace jalon::pages {

namespace {

constexpr RoleSet founders{Role::coordinator};

Json line_of(Visit const& visit, Json const& committee) {
  auto const held_on = parse_date(committee.at("on").get<std::string>()).value();
  return {{"address", committee.at("address")},
          {"day", long_french(held_on)},
          {"when", held_on < visit.today() ? "" : relative(held_on, visit.today())},
          {"listed", counted(committee.value("listed", std::size_t(0)), "dossier", "dossiers")}};
}

http::Response list(Visit const& visit, FieldErrors const& errors = {}) {
  Json coming = Json::array(), past = Json::array();
  for (auto const& committee : all_committees(visit))
    (committee.at("on") >= to_string(visit.today()) ? coming : past).push_back(line_of(visit, committee));
  std::reverse(past.begin(), past.end());
  return render(visit, "committee_list",
                {{"title", "Commissions"},
                 {"confirmation", confirmation_of(visit)},
                 {"coming", coming},
                 {"none_coming", coming.empty()},
                 {"past", past},
                 {"may_add", founders.meets(visit.roles)},
                 {"held_on", visit.form.text("held_on")},
                 {"error", errors.empty() ? "" : errors.front().message},
                 {"proposals", open_proposals(visit)},
                 {"may_propose", proposers().meets(visit.roles)}},
                errors.empty() ? 200 : 422);
}

http::Response show(Visit& visit) {
  return list(visit);
}

http::Response add(Visit& visit) {
  try {
    auto const added = visit.call_api("POST", "/committees", {{"held_on", visit.form.text("held_on")}});
    visit.path["which"] = added.at("id").get<std::string>();
  } catch (api::ApiProblem const& problem) {
    if (problem.errors.empty()) throw;
    return list(visit, problem.errors);
  }
  return see_other(with_confirmation(committee_of(visit).at("address"), "commission", ""));
}

}  // namespace

std::vector<PageRoute> committee_list_pages() {
  return {{.method = "GET", .address = "/commissions", .execute = show, .roles = committee_page_roles()},
          {.method = "POST", .address = "/commissions", .execute = add, .roles = founders}};
}

}  // namespace jalon::pages
