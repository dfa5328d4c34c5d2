#include "api/import/sdo_file.hpp"

#include <sodium.h>

#include <optional>
#include <utility>

#include "api/import/decision_document.hpp"
#include "api/import/file_reading.hpp"
#include "engine/calendar/instant.hpp"
#include "engine/json/strict_json.hpp"

namespace jalon {

namespace {

using csv::Column;
using csv::Fields;

constexpr char const* individual_and_decision = "57830-2";

// A fault of one resource, as people read it.
struct Unfit {
  std::string reason;
};

Json const& at(Json const& object, char const* field) {
  static Json const nothing;
  auto const found = object.is_object() ? object.find(field) : object.end();
  return found == object.end() ? nothing : *found;
}
Json const& first(Json const& list) {
  static Json const nothing;
  return list.is_array() && !list.empty() ? list.front() : nothing;
}
std::string text(Json const& value) {
  return value.is_string() ? value.get<std::string>() : "";
}

bool has_code(Json const& concept_, std::string const& code) {
  auto const& codings = at(concept_, "coding");
  if (!codings.is_array()) return false;
  for (auto const& coding : codings)
    if (text(at(coding, "code")) == code) return true;
  return false;
}

// `usual` is the MDPH's number of the decision, `official` the national one.
std::string identifier(Json const& resource, std::string const& use) {
  auto const& identifiers = at(resource, "identifier");
  if (!identifiers.is_array()) return "";
  for (auto const& each : identifiers)
    if (text(at(each, "use")) == use) return text(at(each, "value"));
  return "";
}

std::string decoded(std::string const& base64) {
  std::string bytes(base64.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), base64.data(),
                        base64.size(), " \r\n\t", &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
    throw Unfit{"Le document joint ne se décode pas (base64)."};
  bytes.resize(size);
  return bytes;
}

std::string document_of(Json const& resource) {
  auto const data = text(at(at(first(at(resource, "content")), "attachment"), "data"));
  if (data.empty())
    throw Unfit{"Le document de la décision n’est pas joint : ce n’est que le résultat d’une recherche."};
  return decoded(data);
}

void require_decision(Json const& resource) {
  if (text(at(resource, "resourceType")) != "DocumentReference")
    throw Unfit{"Cette ressource n’est pas une décision (DocumentReference)."};
  if (text(at(resource, "status")) != "current") throw Unfit{"Cette décision n’est plus en cours (statut)."};
  if (!has_code(at(resource, "type"), individual_and_decision))
    throw Unfit{"Ce document n’est pas une décision (type 57830-2 attendu), par exemple une évaluation."};
  if (identifier(resource, "usual").empty() || identifier(resource, "official").empty())
    throw Unfit{"Le numéro de la décision manque : il faut celui de la MDPH et le numéro national."};
}

std::string received_on(Json const& resource, Date today) {
  for (auto const* written : {&at(at(resource, "meta"), "lastUpdated"), &at(resource, "date")})
    if (auto const instant = parse_instant(text(*written))) return to_string(paris_date(*instant));
  return to_string(today);
}

Fields fields_of(Json const& resource, Date today) {
  require_decision(resource);
  auto read = sdo::read_decision_document(document_of(resource));
  if (auto* fault = std::get_if<std::string>(&read)) throw Unfit{std::move(*fault)};
  auto fields = std::get<Fields>(std::move(read));
  fields[Column::channel] = "numerique";
  fields[Column::received_on] = received_on(resource, today);
  fields[Column::decision_id] = identifier(resource, "usual");
  fields[Column::national_decision_id] = identifier(resource, "official");
  return fields;
}

void read_resource(std::size_t line, Json const& resource, Date today, csv::FileReading& reading) {
  try {
    reading.read(line, fields_of(resource, today));
  } catch (Unfit const& unfit) {
    reading.reject({line, "", unfit.reason});
  }
}

NotificationFile refused(std::string reason) {
  return {{}, {{1, "", std::move(reason)}}};
}

}  // namespace

NotificationFile read_decisions(std::string_view file, Date today) {
  Json root;
  try {
    root = parse_json(file);
  } catch (MalformedJson const& fault) {
    return refused("Le fichier n’est pas un JSON lisible : " + std::string(fault.what()));
  }
  csv::FileReading reading{today};
  if (text(at(root, "resourceType")) != "Bundle") {
    read_resource(1, root, today, reading);
    return std::move(reading).result();
  }
  auto const& entries = at(root, "entry");
  if (!entries.is_array() || entries.empty()) return refused("Le lot (Bundle) ne contient rien.");
  for (std::size_t i = 0; i < entries.size(); ++i)
    read_resource(i + 1, at(entries[i], "resource"), today, reading);
  return std::move(reading).result();
}

}  // namespace jalon
