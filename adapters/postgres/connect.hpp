#pragma once

#include <chrono>
#include <memory>
#include <pqxx/pqxx>
#include <string>

namespace jalon::postgres {

/// What a session may take before the server cuts it off; zero: without limit.
struct SessionSettings {
  std::string application_name = "jalon";
  std::chrono::milliseconds statement_timeout{15'000};
  std::chrono::milliseconds lock_timeout{5'000};
  std::chrono::milliseconds idle_in_transaction_timeout{15'000};
  /// Whose rights it works with from its first statement on (migrations/0042_roles.sql); empty: the login's
  /// own.
  std::string role = {};
};

/// Opens a connection with these settings, in UTC. It never reconnects by itself (libpqxx 6 would, and
/// silently lose our settings' context): a broken connection stays broken and is replaced.
/// Throws pqxx::broken_connection.
std::unique_ptr<pqxx::connection> connect(std::string const& connection_string,
                                          SessionSettings const& settings);

/// The connection string (URI or keywords) with `connect_timeout` (3 s), `tcp_user_timeout` (10 s) and
/// keepalives where it names none, so that a dead network is noticed.
std::string with_network_limits(std::string const& connection_string);

}  // namespace jalon::postgres
