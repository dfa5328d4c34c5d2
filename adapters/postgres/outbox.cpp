#include "adapters/postgres/outbox.hpp"

#include "adapters/postgres/outgoing_message.hpp"
#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {

std::vector<OutgoingMessage> PostgresOutbox::claim(std::size_t limit, bool with_emails) {
  return claimer_.claim([&](pqxx::connection& connection, std::string const& name) {
    std::vector<OutgoingMessage> messages;
    auto const rows =
        run_prepared(connection, "claim_messages", sql::claim_messages, limit, with_emails, name);
    for (auto const& row : rows) messages.push_back(read_outgoing(Json::parse(row[0].c_str())));
    return messages;
  });
}

void PostgresOutbox::record_prepared(OutgoingMessage const& message, RenderedMessage const& letter) {
  claimer_.tell(access_, [&](pqxx::connection& connection) {
    return run_prepared(connection, "record_prepared", sql::record_prepared, message.establishment,
                        message.id, letter.html, letter.template_version);
  });
}

void PostgresOutbox::record_sent(OutgoingMessage const& message) {
  claimer_.tell(access_, [&](pqxx::connection& connection) {
    return run_prepared(connection, "record_sent", sql::record_sent, message.establishment, message.id);
  });
}

void PostgresOutbox::record_try_later(OutgoingMessage const& message, std::string const& reason,
                                      int retry_after_s, bool is_shown) {
  claimer_.tell(access_, [&](pqxx::connection& connection) {
    return run_prepared(connection, "record_try_later", sql::record_try_later, message.establishment,
                        message.id, reason, retry_after_s, is_shown);
  });
}

void PostgresOutbox::record_refused(OutgoingMessage const& message, std::string const& reason) {
  park(message, "refused", reason);
}

void PostgresOutbox::record_in_doubt(OutgoingMessage const& message, std::string const& reason) {
  park(message, "in_doubt", reason);
}

void PostgresOutbox::park(OutgoingMessage const& message, char const* status, std::string const& reason) {
  claimer_.tell(access_, [&](pqxx::connection& connection) {
    return run_prepared(connection, "park_message", sql::park_message, message.establishment, message.id,
                        status, reason);
  });
}

std::size_t PostgresOutbox::recover_abandoned() {
  return access_.repeatable([](pqxx::connection& connection) {
    return run_prepared(connection, "recover_abandoned", sql::recover_abandoned)[0][0].as<std::size_t>();
  });
}

}  // namespace jalon::postgres
