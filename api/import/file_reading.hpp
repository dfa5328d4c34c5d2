#pragma once

#include <map>
#include <optional>
#include <string>

#include "api/import/notification_line.hpp"

namespace jalon::csv {

// The lines accepted so far, by what makes two notifications the same.
class AcceptedLines {
 public:
  // The line that `notification` repeats, if any; else remembers it.
  std::optional<std::size_t> repeats(ImportedNotification const& notification);

 private:
  std::map<std::string, std::size_t> line_by_key_;
};

// What a file of notifications says, line by line, whatever its format: each is checked by itself and against
// those before it.
class FileReading {
 public:
  explicit FileReading(Date today) : today_(today) {}

  void read(std::size_t line, Fields const& fields);
  void reject(RejectedLine line) { file_.rejected.push_back(std::move(line)); }

  NotificationFile result() &&;

 private:
  Date today_;
  AcceptedLines accepted_;
  NotificationFile file_;
};

}  // namespace jalon::csv
