#include "adapters/postgres/listing.hpp"

#include <algorithm>

namespace jalon::postgres {
namespace {

constexpr int most_items = 200;

std::vector<std::string> keys_of(pqxx::row const& row) {
  std::vector<std::string> keys;
  for (pqxx::row::size_type column = 1; column < row.size(); ++column) keys.emplace_back(row[column].c_str());
  return keys;
}

// They point into the parameters.
std::vector<char const*> values_of(Parameters const& parameters) {
  std::vector<char const*> values;
  for (auto const& parameter : parameters) values.push_back(or_null(parameter));
  return values;
}

pqxx::result run_kept(pqxx::connection& connection, Listing const& listing, Parameters const& parameters) {
  auto const values = values_of(parameters);
  return run_prepared(connection, listing.name, listing.query, pqxx::prepare::make_dynamic_params(values));
}

}  // namespace

pqxx::result run_inside(pqxx::transaction_base& work, char const* query, Parameters const& parameters) {
  auto const values = values_of(parameters);
  return work.exec_params(query, pqxx::prepare::make_dynamic_params(values));
}

pqxx::result run_once(pqxx::connection& connection, char const* query, Parameters const& parameters) {
  pqxx::nontransaction work(connection);
  return run_inside(work, query, parameters);
}

Page read_page(Access const& access, Listing const& listing, Parameters parameters,
               PageRequest const& request) {
  auto const limit = std::clamp(request.limit, 1, most_items);
  for (auto& key : read_cursor(request.cursor, listing.keys)) parameters.push_back(std::move(key));
  parameters.push_back(std::to_string(limit + 1));
  auto const rows = access.repeatable([&](pqxx::connection& connection) {
    return listing.name ? run_kept(connection, listing, parameters)
                        : run_once(connection, listing.query, parameters);
  });
  Page page;
  for (auto const& row : rows) {
    if (int(page.items.size()) == limit) break;
    page.items.push_back(Json::parse(row[0].c_str()));
  }
  if (int(rows.size()) > limit) page.next = write_cursor(keys_of(rows[limit - 1]));
  return page;
}

}  // namespace jalon::postgres
