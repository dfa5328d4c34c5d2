#include "tests/kit/scratch_database.hpp"

#include <unistd.h>

#include <atomic>
#include <memory>
#include <pqxx/pqxx>

#include "adapters/postgres/migrator.hpp"
#include "adapters/postgres/private_cluster.hpp"
#include "tests/kit/temporary_folder.hpp"

namespace jalon::kit {
namespace {

constexpr char const* migrated_template = "jalon_migrated";

// libpq takes the last of two settings of one name.
std::string on_database(std::string const& connection_string, std::string const& name) {
  return connection_string + " dbname=" + name;
}

class ScratchCluster {
 public:
  ScratchCluster() : cluster_(postgres::PrivateCluster::serve(folder_.path() / "data")), owner_(getpid()) {
    administer(std::string("create database ") + migrated_template + " owner jalon");
    postgres::migrate(on_database(cluster_->connection_string(), migrated_template));
  }

  ~ScratchCluster() {
    if (getpid() != owner_) {
      static_cast<void>(cluster_.release());  // a child that a test forked: not its server to stop
    }
  }

  postgres::PrivateCluster const& cluster() const { return *cluster_; }

  void administer(std::string const& statement) const {
    pqxx::connection connection(cluster_->administration_connection_string());
    pqxx::nontransaction(connection).exec(statement);
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<postgres::PrivateCluster> cluster_;
  pid_t owner_;
};

ScratchCluster const& scratch_cluster() {
  static ScratchCluster const cluster;
  return cluster;
}

std::string next_name() {
  static std::atomic<int> count{0};
  return "scratch_" + std::to_string(++count);
}

}  // namespace

ScratchDatabase::ScratchDatabase(Schema schema) : name_(next_name()) {
  auto const* const source = schema == Schema::migrated ? migrated_template : "template1";
  scratch_cluster().administer("create database " + name_ + " owner jalon template " + source);
}

ScratchDatabase::~ScratchDatabase() {
  try {
    scratch_cluster().administer("drop database " + name_ + " with (force)");
  } catch (pqxx::failure const&) {  // a test may have stopped the server; the folder goes anyway
  }
}

std::string ScratchDatabase::connection_string() const {
  return on_database(scratch_cluster().cluster().connection_string(), name_);
}

std::string ScratchDatabase::administration_connection_string() const {
  return on_database(scratch_cluster().cluster().administration_connection_string(), name_);
}

}  // namespace jalon::kit
