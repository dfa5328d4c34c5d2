#include "tests/kit/postgres_world.hpp"

#include <pqxx/pqxx>

#include "adapters/postgres/store.hpp"
#include "tests/kit/sample_case.hpp"
#include "tests/kit/scratch_database.hpp"

namespace jalon::kit {
namespace {

class PostgresWorld : public StoreWorld {
 public:
  CaseStore& store() override { return store_; }
  DueWork& due_work() override { return store_; }
  CaseStore& other_store() override { return other_store_; }
  DueWork& other_due_work() override { return other_store_; }

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
  postgres::Pool pool_{database_.connection_string(), 4}, other_pool_{database_.connection_string(), 4};
  std::chrono::seconds patience_{30};
  postgres::PostgresStore store_{pool_, patience_}, other_store_{other_pool_, patience_};
};

}  // namespace

std::unique_ptr<StoreWorld> make_postgres_world() {
  return std::make_unique<PostgresWorld>();
}

}  // namespace jalon::kit
