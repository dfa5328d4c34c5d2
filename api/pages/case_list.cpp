#include "api/pages/case_list.hpp"

#include "api/pages/case_line.hpp"
#include "api/pages/case_list_parts.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/new_case.hpp"
#include "api/pages/renderer.hpp"

namespace jalon::pages {

namespace {

constexpr int lines_on_a_page = 50;

Json lines_of(Visit const& visit, Page const& page) {
  Json lines = Json::array();
  for (auto const& item : page.items) lines.push_back(case_line(visit, item));
  return lines;
}

// What stands around the lines, whatever is in sight.
Json frame_of_list(Visit const& visit, CaseFilters const& filters) {
  auto const views = views_of(visit);
  return {{"title", "Dossiers"},
          {"confirmation", confirmation_of(visit)},
          {"may_open", may_open_cases(visit)},
          {"states", state_chips(visit, filters)},
          {"chips", chosen_chips(visit, filters)},
          {"lists", filter_lists(visit, filters)},
          {"mdph", filters.text("mdph")},
          {"late", filters.text("overdue") == "true"},
          {"kept", filters.hidden_fields("role session missing order mdph overdue")},
          {"all_kept", filters.hidden_fields()},
          {"views", views},
          {"has_views", !views.empty()},
          {"csv", filters.address("/dossiers.csv")},
          {"xlsx", filters.address("/dossiers.xlsx")},
          {"has_filters", !filters.empty()}};
}

http::Response list(Visit const& visit, CaseFilters const& filters, std::string const& searched) {
  auto filter = filters.filter();
  if (!searched.empty()) filter.query = searched;
  auto const page =
      visit.house.registers.cases(visit.sight(), filter, {lines_on_a_page, visit.http.query_value("suite")});
  auto data = frame_of_list(visit, filters);
  data["lines"] = lines_of(visit, page);
  data["empty"] = page.items.empty();
  data["searched"] = searched;
  data["next"] = page.next && searched.empty() ? filters.address("/dossiers", *page.next) : "";
  data["too_many"] = page.next && !searched.empty();
  return render(visit, "case_list", std::move(data));
}

http::Response show(Visit& visit) {
  return list(visit, CaseFilters(visit), "");
}

// What is searched for is a name: it is sent in the body, so that it stands in no address and no log. One
// single answer opens by itself.
http::Response search(Visit& visit) {
  auto const searched = visit.form.text("recherche");
  if (searched.empty()) return see_other("/dossiers");
  CaseFilter filter;
  filter.query = searched;
  auto const page = visit.house.registers.cases(visit.sight(), filter, {2, std::nullopt});
  if (page.items.size() == 1)
    return see_other("/dossiers/" + page.items.front().at("reference").get<std::string>());
  return list(visit, {}, searched);
}

http::Response as_csv(Visit& visit) {
  return visit.read_paper("/cases.csv" + CaseFilters(visit).api_query());
}

http::Response as_xlsx(Visit& visit) {
  return visit.read_paper("/cases.xlsx" + CaseFilters(visit).api_query());
}

// The form sends along the filters of the list it stood on.
http::Response keep_view(Visit& visit) {
  CaseFilters const filters(visit.form);
  visit.call_api("POST", "/views", {{"name", visit.form.text("nom")}, {"filters", filters.json()}});
  return see_other(filters.address("/dossiers") + (filters.empty() ? "?" : "&") + "fait=liste");
}

http::Response remove_view(Visit& visit) {
  visit.call_api("DELETE", "/views/" + visit.path.at("id"));
  return see_other(with_confirmation("/dossiers", "liste_supprimee", ""));
}

}  // namespace

std::vector<PageRoute> case_list_pages() {
  auto const roles = case_roles();
  return {{.method = "GET", .address = "/dossiers", .execute = show, .roles = roles},
          {.method = "POST", .address = "/dossiers", .execute = search, .roles = roles},
          {.method = "GET", .address = "/dossiers.csv", .execute = as_csv, .roles = roles},
          {.method = "GET", .address = "/dossiers.xlsx", .execute = as_xlsx, .roles = roles},
          {.method = "POST", .address = "/dossiers/listes", .execute = keep_view, .roles = roles},
          {.method = "POST",
           .address = "/dossiers/listes/{id}/suppression",
           .execute = remove_view,
           .roles = roles}};
}

}  // namespace jalon::pages
