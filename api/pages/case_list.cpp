#include "api/pages/case_list.hpp"

#include "api/pages/case_of.hpp"
#include "api/pages/definition_words.hpp"
#include "api/pages/encoding.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/renderer.hpp"

namespace jalon::pages {

namespace {

constexpr int lines_on_a_page = 50;

struct Filters {
  std::string state, role;
  bool late = false;
};

Filters filters_of(Visit const& visit) {
  Filters filters{visit.query("etat"), visit.query("role"), visit.query("retard") == "oui"};
  if (!parse_role(filters.role)) filters.role.clear();
  return filters;
}

std::string address_of(Filters const& filters, std::string const& cursor = "") {
  std::string query;
  auto const add = [&](char const* name, std::string const& value) {
    if (!value.empty())
      query += (query.empty() ? "?" : "&") + std::string(name) + "=" + percent_encoded(value);
  };
  add("etat", filters.state);
  add("role", filters.role);
  add("retard", filters.late ? "oui" : "");
  add("suite", cursor);
  return "/dossiers" + query;
}

// What is chosen, each with the address that leaves it away.
Json chips_of(Visit const& visit, Filters const& filters) {
  Json chips = Json::array();
  auto const add = [&](std::string const& label, Filters without) {
    chips.push_back({{"label", label}, {"without", address_of(without)}});
  };
  if (!filters.state.empty())
    add(label_of_state(visit.house.definitions, filters.state), {"", filters.role, filters.late});
  if (auto const role = parse_role(filters.role))
    add(std::string(french_name_of(*role)), {filters.state, "", filters.late});
  if (filters.late) add("En retard", {filters.state, filters.role, false});
  return chips;
}

Json states_to_choose(Visit const& visit, std::string const& chosen) {
  Json list = Json::array();
  for (auto const& definition : visit.house.definitions)
    for (auto const& state : definition.states)
      if (!state.hidden && state.region >= 0 && definition.regions[std::size_t(state.region)].id == "journey")
        list.push_back({{"value", state.id}, {"label", state.label}, {"chosen", state.id == chosen}});
  return list;
}

Json line_of(Visit const& visit, Json const& item) {
  auto const& person = item.at("person");
  auto const due = item.at("due").is_string() ? parse_date(item.at("due").get<std::string>()) : std::nullopt;
  return {{"reference", item.at("reference")},
          {"name", person.value("family_name", "") + " " + person.value("given_name", "")},
          {"state", label_of_state(visit.house.definitions, item.at("states").value("journey", ""))},
          {"mdph", item.at("mdph")},
          {"when", due ? relative(*due, visit.today()) : ""},
          {"date", due ? long_french(*due) : ""},
          {"late", item.at("overdue")},
          {"closed", item.at("closed")}};
}

http::Response list(Visit const& visit, std::string const& searched, Json extra = Json::object()) {
  auto const filters = filters_of(visit);
  CaseFilter filter;
  if (!filters.state.empty()) filter.state = filters.state;
  if (!filters.role.empty()) filter.role = filters.role;
  if (filters.late) filter.overdue = true;
  if (!searched.empty()) filter.query = searched;
  auto const cursor = visit.http.query_value("suite");
  auto const page = visit.house.registers.cases(visit.sight(), filter, {lines_on_a_page, cursor});
  Json lines = Json::array();
  for (auto const& item : page.items) lines.push_back(line_of(visit, item));
  Json data{{"title", "Dossiers"},
            {"searched", searched},
            {"chips", chips_of(visit, filters)},
            {"states", states_to_choose(visit, filters.state)},
            {"late", filters.late},
            {"only_late", address_of({filters.state, filters.role, true})},
            {"lines", lines},
            {"empty", lines.empty()},
            {"next", page.next && searched.empty() ? address_of(filters, *page.next) : ""},
            {"too_many", page.next && !searched.empty()}};
  data.update(extra);
  return render(visit, "case_list", std::move(data));
}

http::Response show(Visit& visit) {
  return list(visit, "");
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
  return list(visit, searched);
}

}  // namespace

std::vector<PageRoute> case_list_pages() {
  return {{.method = "GET", .address = "/dossiers", .execute = show, .roles = case_roles()},
          {.method = "POST", .address = "/dossiers", .execute = search, .roles = case_roles()}};
}

}  // namespace jalon::pages
