#include "adapters/postgres/cluster/cluster_start.hpp"

#include <pqxx/pqxx>

#include "adapters/postgres/cluster/binaries.hpp"
#include "adapters/postgres/cluster/cluster_files.hpp"
#include "adapters/postgres/cluster/server_file.hpp"
#include "adapters/postgres/connect.hpp"
#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {

namespace fs = std::filesystem;

namespace {

std::string quoted(std::string const& value) {
  std::string text = "'";
  for (char const letter : value) {
    if (letter == '\'' || letter == '\\') {
      text += '\\';
    }
    text += letter;
  }
  return text + "'";
}

void remove_stale_socket(fs::path const& socket_folder) {
  std::error_code ignored;
  fs::remove(socket_folder / ".s.PGSQL.5432", ignored);
  fs::remove(socket_folder / ".s.PGSQL.5432.lock", ignored);
}

void create_database(fs::path const& socket_folder) {
  auto const connection = connect(connection_over(socket_folder, "postgres", "postgres"), {});
  pqxx::nontransaction work(*connection);
  if (work.exec("select from pg_roles where rolname = 'jalon'").empty()) {
    work.exec("create role jalon login");
  }
  work.exec(sql::create_roles);
  work.exec("grant jalon_owner, jalon_web, jalon_engine to jalon");
  if (work.exec("select from pg_database where datname = 'jalon'").empty()) {
    work.exec("create database jalon owner jalon");
  }
}

bool answers(fs::path const& socket_folder) {
  try {
    connect(connection_over(socket_folder, "jalon", "jalon"), {});
    return true;
  } catch (pqxx::failure const&) {
    return false;
  }
}

}  // namespace

std::unique_ptr<Postmaster> start_postgresql(DataFolder const& folder, fs::path const& socket) {
  auto const version = cluster_version(folder);
  auto const binaries = find_binaries(version);
  if (version) {
    stop_leftover_server(folder.cluster());
  } else {
    create_cluster_files(folder, binaries);
  }
  make_private_folder(socket, folder.account);
  remove_stale_socket(socket);
  auto postmaster = std::make_unique<Postmaster>(folder, binaries, socket);
  create_database(socket);
  return postmaster;
}

std::optional<fs::path> running_socket(DataFolder const& folder) {
  auto const file = read_server_file(folder.cluster());
  if (file && file->ready && is_server_of(file->process, folder.cluster()) && answers(file->socket_folder)) {
    return file->socket_folder;
  }
  return std::nullopt;
}

std::string connection_over(fs::path const& socket_folder, char const* role, char const* database) {
  return "host=" + quoted(socket_folder.string()) + " port=5432 user=" + role + " dbname=" + database;
}

}  // namespace jalon::postgres
