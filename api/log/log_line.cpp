#include "api/log/log_line.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

namespace jalon {

namespace {

using OrderedJson = nlohmann::ordered_json;

LogFormat format_in_force = LogFormat::text;

spdlog::level::level_enum spdlog_level(LogLevel level) {
  if (level == LogLevel::error) return spdlog::level::err;
  return level == LogLevel::warning ? spdlog::level::warn : spdlog::level::info;
}

// What a client or another program said stays within its line and its field.
std::string quoted(std::string const& text) {
  return OrderedJson(text).dump(-1, ' ', true, OrderedJson::error_handler_t::replace);
}

std::string as_text(std::string_view event, std::initializer_list<LogField> fields) {
  std::string line(event);
  for (auto const& [name, value] : fields) line.append(" ").append(name).append("=").append(quoted(value));
  return line;
}

// The pattern writes the time and the level around it.
std::string as_json(std::string_view event, std::initializer_list<LogField> fields) {
  OrderedJson rest{{"event", event}};
  for (auto const& [name, value] : fields) rest[std::string(name)] = value;
  return rest.dump(-1, ' ', true, OrderedJson::error_handler_t::replace).substr(1);
}

}  // namespace

void set_log_format(LogFormat format) {
  format_in_force = format;
  spdlog::drop("jalon");  // it may be set again
  auto const logger = spdlog::stderr_logger_mt("jalon");
  if (format == LogFormat::text)
    logger->set_pattern("[%Y-%m-%d %T.%e] [%l] %v");
  else
    logger->set_pattern(R"({"time":"%Y-%m-%dT%T.%eZ","level":"%l",%v)", spdlog::pattern_time_type::utc);
  spdlog::set_default_logger(logger);
}

void log_line(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
  auto const text = format_in_force == LogFormat::json ? as_json(event, fields) : as_text(event, fields);
  spdlog::log(spdlog_level(level), "{}", text);
}

}  // namespace jalon
