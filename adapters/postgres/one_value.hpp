#pragma once

#include "adapters/postgres/listing.hpp"

namespace jalon::postgres {

/// What a query answers in its first line, as JSON; null when it answers nothing.
inline Json one_value(Access const& access, char const* query, Parameters const& parameters) {
  return access.repeatable([&](pqxx::connection& connection) {
    auto const rows = run_once(connection, query, parameters);
    return rows.empty() || rows[0][0].is_null() ? Json() : Json::parse(rows[0][0].c_str());
  });
}

/// The same, nothing instead of null.
inline std::optional<Json> maybe_value(Access const& access, char const* query,
                                       Parameters const& parameters) {
  auto value = one_value(access, query, parameters);
  return value.is_null() ? std::nullopt : std::optional(std::move(value));
}

}  // namespace jalon::postgres
