#include "api/endpoints/statistics.hpp"

#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/papers.hpp"
#include "api/endpoints/schema_parts.hpp"
#include "engine/ports/statistics.hpp"
#include "engine/statistics/figures.hpp"

namespace jalon::api {

namespace {

constexpr int most_days = 3660;

std::optional<Date> read_day(std::optional<std::string> const& text, char const* pointer,
                             FieldErrors& errors) {
  if (!text) return std::nullopt;
  auto const date = parse_date(*text);
  if (!date) errors.push_back({pointer, "format", "une date est attendue (AAAA-MM-JJ)"});
  return date;
}

Date first_of_year(Date date) {
  return *parse_date(to_string(date).substr(0, 4) + "-01-01");
}

std::string label_of_state(std::vector<Definition> const& definitions, std::string const& id) {
  for (auto const& definition : definitions)
    for (auto const& state : definition.states)
      if (state.id == id) return std::string(state.label);
  return id;
}

struct Answer {
  StatisticsPeriod period;
  std::vector<Figure> figures;
};

Answer answer_of(Exchange const& exchange) {
  auto& house = exchange.house;
  auto const today = paris_date(house.registers.clock().now);
  auto const period = statistics_period(exchange.query("from"), exchange.query("to"), today);
  return {period,
          statistics(house.statistics, house.definitions, exchange.caller.establishment, period, today)};
}

http::Response read_statistics(Exchange& exchange) {
  auto const answer = answer_of(exchange);
  return json_response(statistics_json(answer.period, answer.figures));
}

http::Response read_statistics_sheet(Exchange& exchange) {
  auto const answer = answer_of(exchange);
  return xlsx_response(exchange.house, statistics_sheet(answer.period, answer.figures), "statistiques");
}

Json figure_schema() {
  using namespace schemas;
  Json const number{{"type", "number"}};
  Json const row =
      object({{"label", text()}, {"count", whole()}, {"base", whole()}, {"percent", maybe(number)}},
             {"label", "count", "percent"});
  Json const days = object({{"median", whole()}, {"first_quartile", whole()}, {"third_quartile", whole()}},
                           {"median", "first_quartile", "third_quartile"});
  return object({{"id", text()},
                 {"label", text()},
                 {"base", whole()},
                 {"base_label", text()},
                 {"words", text()},
                 {"count", whole()},
                 {"percent", maybe(number)},
                 {"days", days},
                 {"rows", list_of(row)}},
                {"id", "label", "base", "base_label", "words"});
}

Json statistics_schema() {
  using namespace schemas;
  return object({{"from", date()}, {"to", date()}, {"figures", list_of(figure_schema())}},
                {"from", "to", "figures"});
}

Route reading(std::string ending, std::string operation, std::string summary,
              http::Response (*execute)(Exchange&)) {
  return {.method = "GET",
          .address = "/statistics" + ending,
          .operation = std::move(operation),
          .summary = std::move(summary),
          .execute = execute,
          .roles = {Role::coordinator, Role::deputy_director},
          .parameters = {{"from", "Premier jour de réception des notifications ; par défaut le 1er janvier",
                          schemas::date()},
                         {"to", "Dernier jour ; par défaut aujourd'hui", schemas::date()}},
          .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}};
}

std::string spread_in_words(Figure const& figure) {
  return figure.days ? in_words(figure) : std::string();
}

// The figure's own line, then one for each row.
void add_lines(Sheet& sheet, Figure const& figure) {
  auto const line = [&](std::string const& detail, Json count, int base) {
    bool const counts = count.is_number() && base > 0;
    Json const percent = counts ? Json(100.0 * count.get<int>() / base) : Json();
    sheet.lines.push_back({figure.label, detail, std::move(count), base, figure.base_label, percent});
  };
  if (figure.rows.empty())
    line(spread_in_words(figure), figure.count ? Json(*figure.count) : Json(), figure.base);
  for (auto const& row : figure.rows) line(row.label, row.count, row.base.value_or(figure.base));
}

}  // namespace

StatisticsPeriod statistics_period(std::optional<std::string> const& from,
                                   std::optional<std::string> const& to, Date today) {
  FieldErrors errors;
  auto const first = read_day(from, "/from", errors);
  auto const last = read_day(to, "/to", errors);
  if (!errors.empty()) throw invalid_data(std::move(errors));
  StatisticsPeriod const period{first.value_or(first_of_year(last.value_or(today))), last.value_or(today)};
  auto const days = days_between(period.first, period.last);
  if (days < 0) throw invalid_data({{"/to", "range", "la fin précède le début"}});
  if (days > most_days) throw invalid_data({{"/from", "range", "dix ans au plus"}});
  return period;
}

std::vector<Figure> statistics(Statistics& register_, std::vector<Definition> const& definitions,
                               std::string const& establishment, StatisticsPeriod const& period, Date today) {
  return figures_of(register_.milestones(establishment, period.first, period.last), today,
                    [&](std::string const& state) { return label_of_state(definitions, state); });
}

Json statistics_json(StatisticsPeriod const& period, std::vector<Figure> const& figures) {
  Json list = Json::array();
  for (auto const& figure : figures) list.push_back(to_json(figure));
  return {{"from", to_string(period.first)}, {"to", to_string(period.last)}, {"figures", list}};
}

Sheet statistics_sheet(StatisticsPeriod const& period, std::vector<Figure> const& figures) {
  Sheet sheet{"Statistiques",
              "Notifications reçues du " + french(period.first) + " au " + french(period.last),
              {{"Indicateur", 44},
               {"Détail", 40},
               {"Nombre", 9},
               {"Base", 8},
               {"Base : quoi", 34},
               {"Pour cent", 10}},
              {}};
  for (auto const& figure : figures) add_lines(sheet, figure);
  return sheet;
}

std::vector<Route> statistics_routes() {
  auto json =
      reading("", "readStatistics", "Statistiques d'une période, chacune avec sa base", read_statistics);
  json.answer_schema = statistics_schema();
  auto sheet = reading(".xlsx", "readStatisticsSheet", "Les mêmes en tableau", read_statistics_sheet);
  sheet.answer_types = {xlsx_type};
  return {std::move(json), std::move(sheet)};
}

}  // namespace jalon::api
