#pragma once

#include <pqxx/pqxx>
#include <string>
#include <vector>

#include "adapters/postgres/access.hpp"
#include "adapters/postgres/cursor.hpp"

namespace jalon::postgres {

/// A text parameter that may be NULL; absent texts sort nothing and filter nothing.
using Parameters = std::vector<std::optional<std::string>>;

inline std::optional<std::string> text_of(std::optional<Date> const& date) {
  return date ? std::optional(to_string(*date)) : std::nullopt;
}

/// A query that answers an item (JSON) and then the keys it is ordered by, its last parameters being the keys
/// of the page before and how many lines.
struct Listing {
  char const* query;
  Keys keys;
  // Of a query that is planned well without knowing its parameters: it keeps its plan under this name.
  char const* name = nullptr;
};

/// One page: asks for one line more than it shows, to know whether there is a next one. Planned anew each
/// time unless the listing has a name, with the parameters known, so that filters that are absent cost
/// nothing.
Page read_page(Access const& access, Listing const& listing, Parameters parameters,
               PageRequest const& request);

/// Runs a statement with these parameters, planned for them.
pqxx::result run_once(pqxx::connection& connection, char const* query, Parameters const& parameters);

/// The same as a part of a transaction.
pqxx::result run_inside(pqxx::transaction_base& work, char const* query, Parameters const& parameters);

}  // namespace jalon::postgres
