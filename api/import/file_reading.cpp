#include "api/import/file_reading.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "api/import/field_text.hpp"
#include "engine/text/utf8.hpp"

namespace jalon::csv {

namespace {

std::vector<std::string> keys_of(ImportedNotification const& notification) {
  auto const& person = notification.person;
  auto const name =
      folded(person["family_name"].get<std::string>() + "\n" + person["given_name"].get<std::string>());
  auto const& facts = notification.notification;
  std::vector<std::string> keys = {"person\n" + name + "\n" + person["birth_date"].get<std::string>() + "\n" +
                                   facts["received_on"].get<std::string>()};
  if (facts.contains("national_decision_id"))
    keys.push_back("decision\n" + folded(facts["national_decision_id"].get<std::string>()));
  return keys;
}

RejectedLine rejection(std::size_t line, std::vector<LineFault> const& faults) {
  RejectedLine rejected{line, std::string{french_name(faults.front().column)}, faults.front().reason};
  for (std::size_t i = 1; i < faults.size(); ++i) {
    rejected.reason += " " + std::string{french_name(faults[i].column)} + " : " + faults[i].reason;
  }
  return rejected;
}

}  // namespace

std::optional<std::size_t> AcceptedLines::repeats(ImportedNotification const& notification) {
  auto const keys = keys_of(notification);
  for (auto const& key : keys)
    if (auto const known = line_by_key_.find(key); known != line_by_key_.end()) return known->second;
  for (auto const& key : keys) line_by_key_.emplace(key, notification.line);
  return std::nullopt;
}

void FileReading::read(std::size_t line, Fields const& fields) {
  auto read = read_line(line, fields, today_);
  if (auto const* const faults = std::get_if<std::vector<LineFault>>(&read))
    return reject(rejection(line, *faults));
  auto notification = std::get<ImportedNotification>(std::move(read));
  if (auto const first = accepted_.repeats(notification))
    return reject({line, "", "Cette ligne répète la ligne " + std::to_string(*first) + "."});
  file_.accepted.push_back(std::move(notification));
}

NotificationFile FileReading::result() && {
  std::stable_sort(file_.rejected.begin(), file_.rejected.end(),
                   [](RejectedLine const& a, RejectedLine const& b) { return a.line < b.line; });
  return std::move(file_);
}

}  // namespace jalon::csv
