#pragma once

#include <gtest/gtest.h>

#include <future>
#include <pqxx/pqxx>
#include <string>
#include <vector>

#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/registers.hpp"
#include "adapters/postgres/settings.hpp"
#include "adapters/postgres/store.hpp"
#include "engine/ports/establishment_scope.hpp"
#include "tests/kit/sample_case.hpp"
#include "tests/kit/scratch_database.hpp"

namespace jalon::kit {

/// One establishment (`espo`) on a scratch database, with everything that works on it and a connection to
/// look behind the curtain; stores and registers work as the program does, under its roles. Its clock is
/// manual and shows 2 March 2026, 10 o'clock in Paris.
struct PostgresHouse {
  ScratchDatabase database;
  EstablishmentScope scope{house};
  postgres::Pool pool{database.connection_string(), 8, postgres::web_pool_options()};
  postgres::Pool engine_pool{database.connection_string(), 8, postgres::engine_pool_options()};
  postgres::PostgresStore store{pool, std::chrono::seconds(30)};
  postgres::PostgresRegisters registers{pool, std::chrono::seconds(30)};
  postgres::PostgresSettings settings{pool, std::chrono::seconds(30)};
  postgres::PostgresStore due_work{engine_pool, std::chrono::seconds(30)};
  postgres::PostgresOutbox outbox{engine_pool, std::chrono::seconds(30)};
  pqxx::connection connection{database.connection_string()};
  Sight sight{house, std::nullopt};

  PostgresHouse() {
    ask("select set_config('jalon.establishment', 'espo', false)");
    registers.set_manual_clock(instant("2026-03-02T09:00:00Z"));
  }

  pqxx::result ask(std::string const& question) { return pqxx::nontransaction(connection).exec(question); }
  std::string ask_one(std::string const& question) { return ask(question)[0][0].c_str(); }

  void add_member(std::string const& login, std::string const& role, std::optional<std::string> mdph = {}) {
    registers.add_account({house, login, login, login + "@exemple.example", std::move(mdph), {role}, "hash"});
  }
  Recorded record(Entry entry) {
    std::vector<Entry> one{std::move(entry)};
    return store.record(one).front();
  }
  Snapshot read(std::string const& id) {
    LoadRequest request;
    request.establishment = house, request.case_id = id;
    return store.load(request).snapshot.value();
  }
  Snapshot open(Change const& change = {}, std::string_view at = "2026-03-02T09:00:00Z") {
    return open_as(unopened_case(), change, at);
  }
  Snapshot open_as(Snapshot const& unopened, Change const& change = {},
                   std::string_view at = "2026-03-02T09:00:00Z") {
    record(sample_entry(unopened, change, at));
    return read(unopened.id);
  }
  Snapshot open_for(std::string const& family_name, std::string const& given_name,
                    std::string const& mdph = "12") {
    auto unopened = unopened_case();
    unopened.person.family_name.value = family_name, unopened.person.given_name.value = given_name;
    unopened.notification.mdph = mdph;
    return open_as(unopened);
  }
};

/// In a thread of its own, for the same establishment.
template <class Work>
auto beside(Work work) {
  return std::async(std::launch::async, [work] {
    EstablishmentScope const scope(house);
    return work();
  });
}

/// What one field of a list's items holds, in their order.
inline std::vector<std::string> column(Page const& page, char const* field) {
  std::vector<std::string> values;
  for (auto const& item : page.items)
    values.push_back(item.at(field).is_string() ? item.at(field).get<std::string>() : item.at(field).dump());
  return values;
}

/// The same over all pages of a list, asked for in pages of `limit`.
template <class Read>
std::vector<std::string> all_pages(Read const& read, char const* field, int limit) {
  std::vector<std::string> values;
  PageRequest request{limit, std::nullopt};
  do {
    auto const page = read(request);
    EXPECT_LE(int(page.items.size()), limit);
    for (auto& value : column(page, field)) values.push_back(value);
    request.cursor = page.next;
  } while (request.cursor);
  return values;
}

}  // namespace jalon::kit
