#include "api/import/notification_file.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "api/import/csv_reader.hpp"
#include "api/import/file_reading.hpp"
#include "api/import/heading.hpp"
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
  auto const first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first != std::string_view::npos && (text[first] == '{' || text[first] == '['))
    return RejectedLine{1, "",
                        "Ce fichier est du JSON : des décisions de ViaTrajectoire s’importent avec --sdo."};
  auto const invalid = std::min(utf8::first_invalid_byte(text), text.find('\0'));
  if (invalid == std::string_view::npos) return std::nullopt;
  return RejectedLine{
      line_of_byte(text, invalid), "",
      "Le fichier n’est pas en UTF-8. Dans votre tableur, choisissez « Enregistrer sous », puis le "
      "format « CSV UTF-8 » (ou le jeu de caractères « Unicode (UTF-8) »), et recommencez."};
}

void read_record(CsvRecord const& record, std::vector<Column> const& columns, FileReading& reading) {
  if (record.fields.size() != columns.size())
    return reading.reject({record.line, "",
                           "La ligne a " + std::to_string(record.fields.size()) + " champs, l’en-tête en a " +
                               std::to_string(columns.size()) + "."});
  Fields fields;
  for (std::size_t i = 0; i < columns.size(); ++i) fields[columns[i]] = record.fields[i];
  reading.read(record.line, fields);
}

}  // namespace

NotificationFile read_notifications(std::string_view text, Date today) {
  if (auto fault = fault_of_text(text)) return {{}, {std::move(*fault)}};
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  auto const csv = read_csv(text, detect_delimiter(text));
  if (csv.records.empty()) return {{}, {{1, "", "Le fichier est vide : il manque la ligne d’en-tête."}}};
  auto heading = read_heading(csv.records.front());
  if (heading.fault) return {{}, {std::move(*heading.fault)}};
  FileReading reading{today};
  for (auto const& fault : csv.faults)
    reading.reject({fault.line, "", "Un guillemet est mal placé ou n’est pas refermé."});
  for (std::size_t i = 1; i < csv.records.size(); ++i) read_record(csv.records[i], heading.columns, reading);
  return std::move(reading).result();
}

}  // namespace jalon
