#include "api/commands/case_words.hpp"

#include <algorithm>
#include <charconv>

#include "api/commands/files.hpp"
#include "api/import/csv_reader.hpp"
#include "engine/json/strict_json.hpp"
#include "workflows/registry.hpp"

namespace jalon::commands {

namespace {

// ---- values ----

Json whole_number(std::string const& text) {
  int number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? Json(number) : Json(text);
}

Json yes_or_no(std::string const& text) {
  if (text == "oui" || text == "true") return true;
  return text == "non" || text == "false" ? Json(false) : Json(text);
}

Json list_of_words(std::string const& text) {
  Json words = Json::array();
  for (std::size_t from = 0; (from = text.find_first_not_of(" ,", from)) != std::string::npos;) {
    auto const to = std::min(text.find_first_of(" ,", from), text.size());
    words.push_back(text.substr(from, to - from));
    from = to;
  }
  return words;
}

Json value_of(std::string const& field, std::string const& text, Json const& schema) {
  auto const& known = schema.at("properties");
  auto const type = known.contains(field) ? known.at(field).value("type", "") : "";
  if (type == "integer") return whole_number(text);
  if (type == "boolean") return yes_or_no(text);
  return type == "array" ? list_of_words(text) : Json(text);
}

// ---- words and files ----

Json item_of_words(CaseWords const& words, Json const& schema) {
  Json item{{"case", words.case_name}};
  for (auto const& word : words.fields) {
    auto const sign = word.find('=');
    if (sign == std::string::npos) throw CommandFailed("« " + word + " » : champ=valeur est attendu.");
    auto const field = word.substr(0, sign);
    item[field] = value_of(field, word.substr(sign + 1), schema);
  }
  return item;
}

Json items_of_csv(std::string const& file, std::string const& text, Json const& schema) {
  auto const read = csv::read_csv(text, csv::detect_delimiter(text));
  if (!read.faults.empty())
    throw CommandFailed(file + ", ligne " + std::to_string(read.faults.front().line) +
                        " : un guillemet est mal placé.");
  Json items = Json::array();
  for (std::size_t i = 1; i < read.records.size(); ++i) {
    auto const& names = read.records.front().fields;
    auto const& values = read.records[i].fields;
    if (values.size() > names.size())
      throw CommandFailed(file + ", ligne " + std::to_string(read.records[i].line) +
                          " : plus de valeurs que de colonnes.");
    Json item = Json::object();
    for (std::size_t column = 0; column < values.size(); ++column)
      if (!values[column].empty()) item[names[column]] = value_of(names[column], values[column], schema);
    items.push_back(std::move(item));
  }
  return items;
}

Json items_of_json(std::string const& file, std::string const& text) {
  try {
    auto items = parse_json(text);
    if (items.is_array()) return items;
  } catch (MalformedJson const& malformed) {
    throw CommandFailed(file + " : " + malformed.what());
  }
  throw CommandFailed(file + " : une liste est attendue.");
}

Json items_of(CaseWords const& words, Json const& schema) {
  if (words.file.empty()) return Json::array({item_of_words(words, schema)});
  auto const text = read_file(words.file);
  return words.file.ends_with(".json") ? items_of_json(words.file, text)
                                       : items_of_csv(words.file, text, schema);
}

// ---- words for people ----

std::string fields_in_words(Json const& schema) {
  std::string words;
  for (auto const& [field, each] : schema.at("properties").items()) {
    words += (words.empty() ? "" : ", ") + field;
    auto const& coded = each.contains("items") ? each.at("items") : each;
    std::string codes;
    for (auto const& code : coded.value("enum", Json::array()))
      codes += (codes.empty() ? "" : "|") + code.get<std::string>();
    if (!codes.empty()) words += " (" + codes + ")";
  }
  return words;
}

}  // namespace

void add_case_words(CLI::App& verb, CaseWords& words, Json const& schema) {
  auto* one = verb.add_option("--case", words.case_name, "Un dossier : son identifiant ou sa référence");
  auto* fields =
      verb.add_option("FIELDS", words.fields, "De ce dossier, champ=valeur : " + fields_in_words(schema));
  auto* many = verb.add_option("--file", words.file,
                               "Plusieurs dossiers : un CSV aux colonnes case et champs, ou une liste JSON");
  one->excludes(many), fields->excludes(many);
}

void add_key(CLI::App& verb, std::string& key) {
  verb.add_option("--key", key, "Clé de l'envoi : le même envoi répété ne refait pas ce qui est fait");
}

void require_case_words(CaseWords const& words) {
  if (words.case_name.empty() == words.file.empty()) throw CLI::RequiredError("--case ou --file,");
}

CaseItems read_case_words(Desk& desk, CaseWords const& words, Json const& schema) {
  CaseItems read{Json::array(), {}};
  for (auto& item : items_of(words, schema)) {
    if (!item.is_object() || !item.contains("case") || !item.at("case").is_string())
      throw CommandFailed("Chaque ligne nomme son dossier : case.");
    auto const name = item.at("case").get<std::string>();
    if (auto const id = desk.find_case(name)) {
      item["case"] = *id;
      read.items.push_back(std::move(item));
    } else {
      read.unknown.push_back(name);
    }
  }
  if (read.items.empty() && !read.unknown.empty())
    throw CommandFailed("Aucun dossier n'a la référence « " + read.unknown.front() + " ».");
  return read;
}

Json schema_of_event(std::string const& event) {
  for (auto const& definition : all_workflows())
    if (int const found = definition.find_event(event); found >= 0)
      return definition.events[std::size_t(found)].schema();
  throw std::logic_error("no workflow has the event " + event);
}

}  // namespace jalon::commands
