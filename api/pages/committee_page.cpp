#include "api/pages/committee_page.hpp"

#include "api/endpoints/hashing.hpp"
#include "api/pages/committee_entries.hpp"
#include "api/pages/committee_frame.hpp"
#include "api/pages/committee_grades.hpp"
#include "api/pages/committee_line.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/meetings.hpp"
#include "api/pages/plan_corrections.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/words.hpp"
#include "engine/text/counted.hpp"

namespace jalon::pages {

namespace {

constexpr RoleSet listing{Role::admin_assistant};

// What was typed beside one file comes again beside that one.
std::string typed_for(Visit const& visit, Json const& line, char const* field) {
  return visit.form.text("dossier") == line.at("reference") ? visit.form.text(field) : "";
}

Json line_of(Visit const& visit, Json const& committee, Json const& line, Json const& results) {
  auto shown = line_in_words(visit, committee, line);
  bool const awaits = shown.at("awaits");
  shown["grades"] = awaits ? grade_fields(visit, line, results) : Json::array();
  shown["may_consent"] = awaits && consent_roles().meets(visit.roles);
  shown["may_unlist"] = line.at("state") == "on_committee_list" && listing.meets(visit.roles);
  shown["unlist_reason"] = typed_for(visit, line, "reason");
  return shown;
}

// Whose complete file no committee has on its list.
Json waiting_lines(Visit const& visit) {
  Json list = Json::array();
  for (auto const& item : cases_waiting(visit)) {
    auto const id = "attente-" + item.at("reference").get<std::string>();
    list.push_back({{"reference", item.at("reference")},
                    {"name", name_of(item)},
                    {"mdph", item.at("mdph")},
                    {"id", id}});
  }
  return list;
}

http::Response show(Visit& visit) {
  return committee_page(visit, committee_of(visit));
}

}  // namespace

http::Response committee_page(Visit const& visit, Json const& committee, Json const& results,
                              NamedCases names, FieldErrors const& errors) {
  auto const lines = draft_lines(visit, committee);
  names.merge(names_of(lines));
  auto page = committee_frame(visit, committee, "");
  Json shown = Json::array();
  bool grades = false;
  for (auto const& line : lines) {
    shown.push_back(line_of(visit, committee, line, results));
    grades = grades || !shown.back().at("grades").empty();
  }
  bool const may_list = listing.meets(visit.roles) && page.at("is_past") == false;
  page.update({{"confirmation", confirmation_of(visit)},
               {"results", results_in_words(visit, results, names)},
               {"lines", shown},
               {"nobody", shown.empty()},
               {"count", counted(shown.size(), "dossier inscrit", "dossiers inscrits")},
               {"may_grade", grades},
               {"may_list", may_list},
               {"waiting", may_list ? waiting_lines(visit) : Json::array()},
               {"correction", committee_correction(visit, committee, errors)},
               {"today", to_string(visit.today())},
               {"key", api::new_uuid()}});
  return render(visit, "committee", std::move(page), all_done(results) && errors.empty() ? 200 : 422);
}

std::vector<PageRoute> committee_page_pages() {
  return {
      {.method = "GET", .address = "/commissions/{which}", .execute = show, .roles = committee_page_roles()}};
}

}  // namespace jalon::pages
