#include "adapters/postgres/connect.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace jalon::postgres {
namespace {

constexpr std::array<std::pair<char const*, char const*>, 5> network_limits{{{"connect_timeout", "3"},
                                                                             {"tcp_user_timeout", "10000"},
                                                                             {"keepalives_idle", "30"},
                                                                             {"keepalives_interval", "5"},
                                                                             {"keepalives_count", "3"}}};

bool is_uri(std::string_view text) {
  return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

std::string set(char const* name, std::chrono::milliseconds limit) {
  return std::string("set ") + name + " = " + std::to_string(limit.count()) + ";";
}

// libpqxx 6.4 has no other way to refuse its own reconnection than this call, which it deprecates because
// version 7 no longer reconnects at all.
void keep_broken_when_broken(pqxx::connection& connection) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  connection.inhibit_reactivation(true);
#pragma GCC diagnostic pop
}

}  // namespace

std::string with_network_limits(std::string const& connection_string) {
  bool const uri = is_uri(connection_string);
  std::string text = connection_string;
  for (auto const& [name, value] : network_limits) {
    auto const setting = std::string(name) + "=" + value;
    if (!uri) {
      text.insert(0, setting + " ");  // of two settings of one name libpq takes the last
    } else if (text.find(std::string(name) + "=") == std::string::npos) {
      text += (text.find('?') == std::string::npos ? "?" : "&") + setting;
    }
  }
  return text;
}

std::unique_ptr<pqxx::connection> connect(std::string const& connection_string,
                                          SessionSettings const& settings) {
  auto connection = std::make_unique<pqxx::connection>(with_network_limits(connection_string));
  keep_broken_when_broken(*connection);
  pqxx::nontransaction(*connection)
      .exec("set application_name = " + connection->quote(settings.application_name) +
            "; set timezone = 'UTC'; set client_min_messages = warning;" +
            set("statement_timeout", settings.statement_timeout) +
            set("lock_timeout", settings.lock_timeout) +
            set("idle_in_transaction_session_timeout", settings.idle_in_transaction_timeout) +
            (settings.role.empty() ? "" : "set role " + connection->quote_name(settings.role) + ";"));
  return connection;
}

}  // namespace jalon::postgres
