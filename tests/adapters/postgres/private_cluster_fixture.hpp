#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <pqxx/pqxx>
#include <string>

#include "adapters/postgres/cluster/server_file.hpp"
#include "adapters/postgres/private_cluster.hpp"
#include "tests/kit/process.hpp"
#include "tests/kit/temporary_folder.hpp"

/// A data folder of the test's own, in which nothing runs yet.
struct PrivateClusterFixture : testing::Test {
  jalon::kit::TemporaryFolder folder;
  std::filesystem::path data = folder.path() / "data";

  pid_t postgres_process() const {
    return jalon::postgres::read_server_file(data / "cluster").value().process;
  }

  static std::string ask(std::string const& connection_string, std::string const& question) {
    pqxx::connection connection(connection_string);
    return pqxx::nontransaction(connection).exec1(question)[0].c_str();
  }

  static void tell(std::string const& connection_string, std::string const& statement) {
    pqxx::connection connection(connection_string);
    pqxx::nontransaction(connection).exec(statement);
  }

  static std::string refusal(std::function<void()> const& attempt) {
    try {
      attempt();
    } catch (jalon::postgres::ClusterError const& error) {
      return error.what();
    }
    return "(not refused)";
  }

  /// For a child that is killed while it serves.
  static void serve_and_write(std::filesystem::path const& data) {
    static std::unique_ptr<jalon::postgres::PrivateCluster> cluster;
    cluster = jalon::postgres::PrivateCluster::serve(data);
    tell(cluster->connection_string(), "create table kept as select 42 as answer");
  }
};
