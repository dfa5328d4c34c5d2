#include "adapters/postgres/second_factor_secrets.hpp"

#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {

std::vector<StoredSecret> SecondFactorSecrets::all() const {
  auto const rows = access_.repeatable(
      [](pqxx::connection& connection) { return run_once(connection, sql::list_second_factor_secrets, {}); });
  std::vector<StoredSecret> secrets;
  for (auto const& row : rows) secrets.push_back({{row[0].c_str(), row[1].c_str()}, row[2].c_str()});
  return secrets;
}

void SecondFactorSecrets::replace(StoredSecret const& was, std::string const& sealed) const {
  access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::seal_second_factor,
                    {was.account.establishment, was.account.login, was.secret, sealed});
  });
}

}  // namespace jalon::postgres
