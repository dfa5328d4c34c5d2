#include "api/import/notification_file.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "api/import/column.hpp"
#include "api/import/csv_reader.hpp"
#include "api/import/heading.hpp"
#include "api/import/notification_line.hpp"
#include "engine/text/utf8.hpp"

namespace jalon {

namespace {

using namespace csv;

constexpr std::size_t largest_file_bytes = 10 * 1024 * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t line_of_byte(std::string_view text, std::size_t position) {
  return 1 +
         static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<long>(position), '\n'));
}

std::optional<RejectedLine> fault_of_text(std::string_view text) {
  if (text.size() > largest_file_bytes)
    return RejectedLine{1, "", "Le fichier dépasse 10 Mo : partagez-le en plusieurs."};
  auto const invalid = std::min(utf8::first_invalid_byte(text), text.find('\0'));
  if (invalid == std::string_view::npos) return std::nullopt;
  return RejectedLine{
      line_of_byte(text, invalid), "",
      "Le fichier n’est pas en UTF-8. Dans votre tableur, choisissez « Enregistrer sous », puis le "
      "format « CSV UTF-8 » (ou le jeu de caractères « Unicode (UTF-8) »), et recommencez."};
}

// The lines accepted so far, by what makes two notifications the same.
class AcceptedLines {
 public:
  // The line that `notification` repeats, if any; else remembers it.
  std::optional<std::size_t> repeats(ImportedNotification const& notification) {
    std::vector<std::string> const keys = keys_of(notification);
    for (auto const& key : keys) {
      if (auto const known = line_by_key_.find(key); known != line_by_key_.end()) return known->second;
    }
    for (auto const& key : keys) line_by_key_.emplace(key, notification.line);
    return std::nullopt;
  }

 private:
  static std::vector<std::string> keys_of(ImportedNotification const& notification) {
    auto const& person = notification.person;
    auto const name =
        folded(person["family_name"].get<std::string>() + "\n" + person["given_name"].get<std::string>());
    auto const& facts = notification.notification;
    std::vector<std::string> keys = {"person\n" + name + "\n" + person["birth_date"].get<std::string>() +
                                     "\n" + facts["received_on"].get<std::string>()};
    if (facts.contains("national_decision_id")) {
      keys.push_back("decision\n" + folded(facts["national_decision_id"].get<std::string>()));
    }
    return keys;
  }

  std::map<std::string, std::size_t> line_by_key_;
};

RejectedLine rejection(std::size_t line, std::vector<LineFault> const& faults) {
  RejectedLine rejected{line, std::string{french_name(faults.front().column)}, faults.front().reason};
  for (std::size_t i = 1; i < faults.size(); ++i) {
    rejected.reason += " " + std::string{french_name(faults[i].column)} + " : " + faults[i].reason;
  }
  return rejected;
}

class FileReading {
 public:
  FileReading(std::vector<Column> columns, Date today) : columns_(std::move(columns)), today_(today) {}

  void read(CsvRecord const& record) {
    if (record.fields.size() != columns_.size()) {
      return reject({record.line, "",
                     "La ligne a " + std::to_string(record.fields.size()) + " champs, l’en-tête en a " +
                         std::to_string(columns_.size()) + "."});
    }
    Fields fields;
    for (std::size_t i = 0; i < columns_.size(); ++i) fields[columns_[i]] = record.fields[i];
    auto line = read_line(record.line, fields, today_);
    if (auto const* const faults = std::get_if<std::vector<LineFault>>(&line)) {
      return reject(rejection(record.line, *faults));
    }
    accept(std::get<ImportedNotification>(std::move(line)));
  }

  void reject(RejectedLine line) { file_.rejected.push_back(std::move(line)); }

  NotificationFile result() && {
    std::stable_sort(file_.rejected.begin(), file_.rejected.end(),
                     [](RejectedLine const& a, RejectedLine const& b) { return a.line < b.line; });
    return std::move(file_);
  }

 private:
  void accept(ImportedNotification notification) {
    if (auto const first = accepted_.repeats(notification)) {
      return reject({notification.line, "", "Cette ligne répète la ligne " + std::to_string(*first) + "."});
    }
    file_.accepted.push_back(std::move(notification));
  }

  std::vector<Column> columns_;
  Date today_;
  AcceptedLines accepted_;
  NotificationFile file_;
};

}  // namespace

NotificationFile read_notifications(std::string_view text, Date today) {
  if (auto fault = fault_of_text(text)) return {{}, {std::move(*fault)}};
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  auto const csv = read_csv(text, detect_delimiter(text));
  if (csv.records.empty()) return {{}, {{1, "", "Le fichier est vide : il manque la ligne d’en-tête."}}};
  auto heading = read_heading(csv.records.front());
  if (heading.fault) return {{}, {std::move(*heading.fault)}};
  FileReading reading{std::move(heading.columns), today};
  for (auto const& fault : csv.faults)
    reading.reject({fault.line, "", "Un guillemet est mal placé ou n’est pas refermé."});
  for (std::size_t i = 1; i < csv.records.size(); ++i) reading.read(csv.records[i]);
  return std::move(reading).result();
}

}  // namespace jalon
