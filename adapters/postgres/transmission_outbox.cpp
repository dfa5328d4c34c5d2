#include "adapters/postgres/transmission_outbox.hpp"

#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/report_json.hpp"

namespace jalon::postgres {

std::optional<Report> PostgresTransmissionOutbox::claim() {
  return claimer_.claim([](pqxx::connection& connection, std::string const& name) -> std::optional<Report> {
    auto const rows = run_prepared(connection, "claim_transmission", sql::claim_transmission, name);
    if (rows.empty()) return std::nullopt;
    return read_report(Json::parse(rows[0][0].c_str()));
  });
}

void PostgresTransmissionOutbox::record_accepted(Report const& report, std::string const& proof) {
  claimer_.tell(access_, [&](pqxx::connection& connection) {
    return run_prepared(connection, "transmission_accepted", sql::transmission_accepted, report.establishment,
                        report.id, proof);
  });
}

void PostgresTransmissionOutbox::record_try_later(Report const& report, std::string const& reason,
                                                  int retry_after_s) {
  stop(report, "later", reason, retry_after_s);
}

void PostgresTransmissionOutbox::record_refused(Report const& report, std::string const& reason) {
  stop(report, "refused", reason, 0);
}

void PostgresTransmissionOutbox::record_in_doubt(Report const& report, std::string const& reason) {
  stop(report, "in_doubt", reason, 0);
}

void PostgresTransmissionOutbox::stop(Report const& report, char const* delivery, std::string const& reason,
                                      int pause_s) {
  claimer_.tell(access_, [&](pqxx::connection& connection) {
    return run_prepared(connection, "transmission_stopped", sql::transmission_stopped, report.establishment,
                        report.id, delivery, reason, pause_s);
  });
}

std::size_t PostgresTransmissionOutbox::recover_abandoned() {
  return access_.repeatable([](pqxx::connection& connection) {
    return run_prepared(connection, "recover_abandoned_transmissions",
                        sql::recover_abandoned_transmissions)[0][0]
        .as<std::size_t>();
  });
}

}  // namespace jalon::postgres
