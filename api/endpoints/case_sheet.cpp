#include "api/endpoints/case_sheet.hpp"

#include "engine/text/harmless.hpp"

namespace jalon::api {

namespace {

std::vector<Json> cells_of(Json const& item) {
  auto const yes_or_no = [&](char const* flag) { return item.at(flag).get<bool>() ? "oui" : "non"; };
  auto const& person = item.at("person");
  return {item.at("reference"),
          person.value("family_name", ""),
          person.value("given_name", ""),
          item.value("mdph", Json()),
          item.at("states").value("journey", ""),
          item.value("due", Json()),
          yes_or_no("overdue"),
          yes_or_no("closed")};
}

std::string quoted(std::string const& text) {
  std::string cell = "\"";
  for (char c : harmless(text)) cell += c == '"' ? "\"\"" : std::string(1, c);
  return cell + "\"";
}

std::string csv_line(std::vector<Json> const& cells) {
  std::string line;
  for (auto const& cell : cells)
    line += (line.empty() ? "" : ";") + quoted(cell.is_string() ? cell.get<std::string>()
                                               : cell.is_null() ? ""
                                                                : cell.dump());
  return line + "\r\n";
}

}  // namespace

Sheet case_sheet(Json const& cases) {
  Sheet sheet{"Dossiers",
              "Liste des dossiers",
              {{"reference", 11},
               {"nom", 18},
               {"prenom", 16},
               {"mdph", 8},
               {"etat", 24},
               {"echeance", 12},
               {"en_retard", 10},
               {"clos", 8}},
              {}};
  for (auto const& item : cases) sheet.lines.push_back(cells_of(item));
  return sheet;
}

std::string to_csv(Sheet const& sheet) {
  std::string text = "\xEF\xBB\xBF";
  for (auto const& column : sheet.columns)
    text += (&column == &sheet.columns.front() ? "" : ";") + column.heading;
  text += "\r\n";
  for (auto const& line : sheet.lines) text += csv_line(line);
  return text;
}

}  // namespace jalon::api
