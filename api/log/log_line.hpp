// One event, one line: for whoever runs the service, in a terminal or for a collector of logs. No personal
// data and no secret: routes, codes, numbers, references.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace jalon {

enum class LogLevel { info, warning, error };
enum class LogFormat { text, json };

using LogField = std::pair<std::string_view, std::string>;

// `event` is a fixed English phrase, what varies stands in fields. On standard error; may be called from
// several threads.
void log_line(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});

// For the whole process, before its threads start.
void set_log_format(LogFormat format);

}  // namespace jalon
