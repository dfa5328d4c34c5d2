#include "adapters/postgres/statistics.hpp"

#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "engine/json/json.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {
namespace {

std::optional<std::string> text(pqxx::row const& row, char const* column) {
  if (row[column].is_null()) return std::nullopt;
  return row[column].c_str();
}

std::optional<Date> date(pqxx::row const& row, char const* column) {
  auto const written = text(row, column);
  return written ? parse_date(*written) : std::nullopt;
}

std::optional<bool> flag(pqxx::row const& row, char const* column) {
  if (row[column].is_null()) return std::nullopt;
  return row[column].as<bool>();
}

Milestones read_row(pqxx::row const& row) {
  Milestones read;
  read.channel = row["channel"].c_str();
  read.mdph = row["mdph"].c_str();
  read.state = row["state"].c_str();
  read.closed = row["closed"].as<bool>();
  read.received_on = date(row, "received_on").value();
  read.contacted_on = date(row, "contacted_on");
  read.file_sent_on = date(row, "file_sent_on");
  read.returned_on = date(row, "returned_on");
  read.complete_on = date(row, "complete_on");
  read.complete_at_first = flag(row, "complete_at_first");
  read.decided_on = date(row, "decided_on");
  read.decision = text(row, "decision");
  read.came_to_pre_reception = flag(row, "came_to_pre_reception");
  read.entered_on = date(row, "entered_on");
  read.contract_signed_on = date(row, "contract_signed_on");
  read.departed_on = date(row, "departed_on");
  read.internship_hours = row["internship_hours"].as<int>();
  read.recommendation = text(row, "recommendation");
  read.needs = Json::parse(row["needs"].c_str()).get<std::vector<std::string>>();
  read.cdaph_outcome = text(row, "cdaph_outcome");
  read.follow_up_at_twelve_months = text(row, "follow_up_at_twelve_months");
  return read;
}

}  // namespace

std::vector<Milestones> PostgresStatistics::read_milestones(std::string const& establishment, Date first,
                                                            Date last) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::milestones, {establishment, to_string(first), to_string(last)});
  });
  std::vector<Milestones> all;
  all.reserve(rows.size());
  for (auto const& row : rows) all.push_back(read_row(row));
  return all;
}

std::vector<Milestones> PostgresStatistics::milestones(std::string const& establishment, Date first,
                                                       Date last) {
  return milestones_.find(establishment + " " + to_string(first) + " " + to_string(last),
                          [&] { return read_milestones(establishment, first, last); });
}

std::vector<LateStep> PostgresStatistics::read_late(std::string const& establishment) {
  auto const rows = access_.repeatable(
      [&](pqxx::connection& connection) { return run_once(connection, sql::late_by_step, {establishment}); });
  std::vector<LateStep> steps;
  for (auto const& row : rows)
    if (auto const owner = parse_role(row["owner"].c_str()))
      steps.push_back({row["id"].c_str(), *owner, row["count"].as<int>(), row["up_to_a_week"].as<int>(),
                       row["up_to_a_month"].as<int>(), row["over_a_month"].as<int>(),
                       date(row, "oldest").value()});
  return steps;
}

std::vector<LateStep> PostgresStatistics::late_by_step(std::string const& establishment) {
  return late_.find(establishment, [&] { return read_late(establishment); });
}

}  // namespace jalon::postgres
