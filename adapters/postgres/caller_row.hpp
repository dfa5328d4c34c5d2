#pragma once

#include <optional>
#include <pqxx/pqxx>

#include "engine/ports/registers.hpp"

namespace jalon::postgres {

/// The caller that a query found by the hash of a secret: establishment, login, name, roles, department.
inline std::optional<Registers::Caller> read_caller(pqxx::result const& rows) {
  if (rows.empty()) return std::nullopt;
  auto const row = rows[0];
  Registers::Caller caller{row[0].c_str(), row[1].c_str(), row[2].c_str(), Json::parse(row[3].c_str()), {}};
  if (!row[4].is_null()) caller.mdph = row[4].c_str();
  return caller;
}

}  // namespace jalon::postgres
