#include "api/commands/log_options.hpp"

#include "api/log/log_line.hpp"

namespace jalon::commands {

void add_log_options(CLI::App& verb, LogOptions& options) {
  verb.add_option("--log-format", options.format, "Journal : des lignes à lire, ou un objet JSON par ligne")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str()
      ->envname("JALON_LOG_FORMAT");
  verb.add_flag("--log-requests", options.requests, "Une ligne par demande : route, statut, durée ; sans nom")
      ->envname("JALON_LOG_REQUESTS");
}

void start_log(LogOptions const& options) {
  set_log_format(options.format == "json" ? LogFormat::json : LogFormat::text);
}

}  // namespace jalon::commands
