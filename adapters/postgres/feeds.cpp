#include "adapters/postgres/feeds.hpp"

#include "adapters/postgres/caller_row.hpp"
#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {

std::optional<Json> PostgresFeeds::add(std::string const& establishment, std::string const& login,
                                       std::string const& name, std::string const& secret_hash) {
  try {
    return access_.once([&](pqxx::connection& connection) -> std::optional<Json> {
      auto const rows = run_once(connection, sql::add_feed, {establishment, login, name, secret_hash});
      if (rows.empty()) return std::nullopt;
      return Json::parse(rows[0][0].c_str());
    });
  } catch (CommitInDoubt const&) {
    throw Unavailable("La connexion s'est rompue pendant l'enregistrement : vérifiez avant de recommencer.");
  }
}

Page PostgresFeeds::list(std::string const& establishment, std::string const& login,
                         PageRequest const& page) {
  return read_page(access_, {sql::list_feeds, {Key::number}}, {establishment, login}, page);
}

bool PostgresFeeds::remove(std::string const& establishment, std::string const& login,
                           std::string const& id) {
  if (!is_uuid(id)) return false;
  return access_.repeatable([&](pqxx::connection& connection) {
    return !run_once(connection, sql::remove_feed, {establishment, login, id}).empty();
  });
}

std::optional<Registers::Caller> PostgresFeeds::owner(std::string const& secret_hash) {
  return access_.repeatable([&](pqxx::connection& connection) {
    return read_caller(run_once(connection, sql::caller_of_feed, {secret_hash}));
  });
}

Json PostgresFeeds::dates(FeedWanted const& wanted) {
  return access_.repeatable([&](pqxx::connection& connection) {
    auto const rows =
        run_once(connection, sql::feed_dates,
                 {wanted.sight.establishment, wanted.sight.mdph, Json(wanted.owners).dump(),
                  Json(wanted.deadlines).dump(), to_string(wanted.from), std::to_string(wanted.most)});
    return Json::parse(rows[0][0].c_str());
  });
}

}  // namespace jalon::postgres
