#include "api/endpoints/case_lists.hpp"

#include <algorithm>

#include "api/endpoints/case_sheet.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/papers.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon::api {

namespace {

std::optional<bool> flag_of(ReadText const& text, char const* name) {
  auto const given = text(name);
  if (!given) return std::nullopt;
  if (*given != "true" && *given != "false")
    throw invalid_data({{std::string("/") + name, "value", "true ou false est attendu"}});
  return *given == "true";
}

CaseOrder order_of(ReadText const& text) {
  auto const given = text("order").value_or("newest");
  if (given == "due") return CaseOrder::due;
  if (given == "name") return CaseOrder::name;
  if (given != "newest") throw invalid_data({{"/order", "value", "newest, due ou name est attendu"}});
  return CaseOrder::newest;
}

CaseFilter asked_filter(Exchange const& exchange) {
  return case_filter_of([&](std::string_view name) { return exchange.query(name); });
}

http::Response list_cases(Exchange& exchange) {
  return page_response(
      exchange.house.registers.cases(exchange.sight(), asked_filter(exchange), page_request(exchange)));
}

http::Response count_cases(Exchange& exchange) {
  return json_response(exchange.house.registers.case_counts(exchange.sight(), asked_filter(exchange)));
}

// The whole list, page by page.
Sheet sheet_of(Exchange const& exchange) {
  auto const filter = asked_filter(exchange);
  Json items = Json::array();
  PageRequest request{200, std::nullopt};
  do {
    auto const page = exchange.house.registers.cases(exchange.sight(), filter, request);
    items.insert(items.end(), page.items.begin(), page.items.end());
    request.cursor = page.next;
  } while (request.cursor);
  return case_sheet(items);
}

http::Response list_as_csv(Exchange& exchange) {
  return {200,
          "text/csv; charset=utf-8",
          to_csv(sheet_of(exchange)),
          {{"Content-Disposition", "attachment; filename=\"dossiers.csv\""}}};
}

http::Response list_as_xlsx(Exchange& exchange) {
  return xlsx_response(exchange.house, sheet_of(exchange), "dossiers");
}

std::vector<QueryParameter> which_cases() {
  return {
      {"role", "Dossiers où ce rôle a une échéance ou une tâche", {{"type", "string"}}},
      {"overdue", "Seulement les dossiers en retard (true) ou à l'heure (false)", {{"type", "boolean"}}},
      {"mdph", "Département de la MDPH", {{"type", "string"}}},
      {"session", "Dossiers qui ont une place dans cette session", {{"type", "string"}, {"format", "uuid"}}},
      {"missing", "Dossiers ouverts auxquels manque cette pièce", {{"type", "string"}}}};
}

std::vector<QueryParameter> list_parameters() {
  std::vector<QueryParameter> parameters{
      {"state", "État, dans la région demandée ou n'importe laquelle", {{"type", "string"}}},
      {"region", "Région, par exemple journey ou stay.contract", {{"type", "string"}}},
      {"q", "Nom, prénom ou référence, sans égard aux accents ni à l'ordre", {{"type", "string"}}},
      {"closed", "Seulement les dossiers clos (true) ou ouverts (false)", {{"type", "boolean"}}},
      {"order",
       "newest (la référence la plus récente d'abord), due (l'échéance la plus proche) ou name ; les "
       "dossiers "
       "ouverts toujours d'abord",
       {{"type", "string"}, {"enum", {"newest", "due", "name"}}}}};
  for (auto& parameter : which_cases()) parameters.push_back(std::move(parameter));
  return parameters;
}

std::vector<QueryParameter> with_pages(std::vector<QueryParameter> parameters) {
  for (auto& parameter : page_parameters()) parameters.push_back(std::move(parameter));
  return parameters;
}

}  // namespace

CaseFilter case_filter_of(ReadText const& text) {
  CaseFilter filter{text("state"), text("region"), text("role"), text("q"), flag_of(text, "overdue")};
  filter.mdph = text("mdph"), filter.session = text("session"), filter.missing_document = text("missing");
  filter.closed = flag_of(text, "closed"), filter.order = order_of(text);
  if (filter.role && !parse_role(*filter.role))
    throw invalid_data({{"/role", "value", "ce rôle n'existe pas"}});
  if (filter.session && !is_uuid(*filter.session))
    throw invalid_data({{"/session", "reference", "un identifiant est attendu"}});
  return filter;
}

std::vector<Route> case_list_routes() {
  RoleSet const readers = case_readers();
  std::vector<ProblemName> const problems{ProblemName::role_not_allowed, ProblemName::invalid_data};
  return {{.method = "GET",
           .address = "/cases",
           .operation = "listCases",
           .summary = "Lister les dossiers",
           .execute = list_cases,
           .roles = readers,
           .answer_schema = schemas::page_of("CaseSummary"),
           .parameters = with_pages(list_parameters()),
           .problems = problems},
          {.method = "GET",
           .address = "/case-counts",
           .operation = "countCases",
           .summary = "Combien de dossiers dans chaque état du parcours, et combien de clos",
           .execute = count_cases,
           .roles = readers,
           .answer_schema = schemas::reference("CaseCounts"),
           .parameters = which_cases(),
           .problems = problems},
          {.method = "GET",
           .address = "/cases.csv",
           .operation = "exportCasesCsv",
           .summary = "La liste entière des dossiers, en CSV pour un tableur français",
           .execute = list_as_csv,
           .roles = readers,
           .answer_types = {"text/csv"},
           .parameters = list_parameters(),
           .problems = problems},
          {.method = "GET",
           .address = "/cases.xlsx",
           .operation = "exportCasesXlsx",
           .summary = "La liste entière des dossiers, en classeur",
           .execute = list_as_xlsx,
           .roles = readers,
           .answer_types = {xlsx_type},
           .parameters = list_parameters(),
           .problems = problems}};
}

}  // namespace jalon::api
