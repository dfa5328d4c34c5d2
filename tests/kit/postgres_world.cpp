#include "tests/kit/postgres_world.hpp"

#include <pqxx/pqxx>

#include "adapters/postgres/store.hpp"
#include "engine/ports/establishment_scope.hpp"
#include "tests/kit/sample_case.hpp"
#include "tests/kit/scratch_database.hpp"

namespace jalon::kit {
namespace {

// In whatever thread, for the one establishment that the suite knows.
class OfTheHouse : public CaseStore {
 public:
  explicit OfTheHouse(postgres::Pool& pool) : store_(pool, std::chrono::seconds(30)) {}

  Loaded load(LoadRequest const& request) override {
    EstablishmentScope const scope(house);
    return store_.load(request);
  }
  std::vector<Recorded> record(std::vector<Entry>& entries) override {
    EstablishmentScope const scope(house);
    return store_.record(entries);
  }
  bool was_recorded(std::string const& establishment, std::string const& command_id) override {
    EstablishmentScope const scope(house);
    return store_.was_recorded(establishment, command_id);
  }

 private:
  postgres::PostgresStore store_;
};

// A process: its requests, its timers.
struct PostgresSide {
  explicit PostgresSide(std::string const& database)
      : web(database, 4, postgres::web_pool_options()),
        engine(database, 4, postgres::engine_pool_options()) {}
  postgres::Pool web, engine;
  OfTheHouse store{web};
  postgres::PostgresStore due_work{engine, std::chrono::seconds(30)};
};

class PostgresWorld : public StoreWorld {
 public:
  CaseStore& store() override { return one_.store; }
  DueWork& due_work() override { return one_.due_work; }
  CaseStore& other_store() override { return other_.store; }
  DueWork& other_due_work() override { return other_.due_work; }

  void show_clock(Instant now) override {
    tell("update clock set mode = 'manual', manual_now = $1", to_string(now));
  }
  std::string add_session(Date entry_on, int capacity) override {
    return tell(
               "insert into session (establishment, entry_on, capacity) values ('espo', $1, $2) returning id",
               to_string(entry_on), capacity)[0][0]
        .c_str();
  }
  std::string add_committee(Date held_on) override {
    return tell("insert into committee (establishment, held_on) values ('espo', $1) returning id",
                to_string(held_on))[0][0]
        .c_str();
  }
  void add_account(std::string const& login) override {
    tell(
        "insert into account (establishment, login, name, roles, password_hash) "
        "values ('espo', $1, $1, '{coordinator}', 'none')",
        login);
  }

 private:
  template <class... Arguments>
  pqxx::result tell(char const* statement, Arguments const&... arguments) {
    return pqxx::nontransaction(connection_).exec_params(statement, arguments...);
  }

  ScratchDatabase database_;
  pqxx::connection connection_{database_.connection_string()};
  PostgresSide one_{database_.connection_string()}, other_{database_.connection_string()};
};

}  // namespace

std::unique_ptr<StoreWorld> make_postgres_world() {
  return std::make_unique<PostgresWorld>();
}

}  // namespace jalon::kit
