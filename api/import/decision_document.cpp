#include "api/import/decision_document.hpp"

#include <algorithm>

#include "api/import/xml_document.hpp"

namespace jalon::sdo {

namespace {

using csv::Column;
using csv::Fields;

constexpr char const* pre_orientation = "11.2";
constexpr char const* granted = "1";  // « attribution »
std::string const role = "/v3:ClinicalDocument/v3:recordTarget/v3:patientRole";
std::string const patient = role + "/v3:patient";
std::string const decision = "//v3:section/sdo:decision";

// « 19840517 », with or without a time behind it, as « 1984-05-17 »; anything else as it is, to be refused
// later.
std::string day(std::string const& time) {
  if (time.size() < 8) return time;
  return time.substr(0, 4) + "-" + time.substr(4, 2) + "-" + time.substr(6, 2);
}

std::string first_of(std::vector<std::string> const& texts) {
  auto const found = std::find_if(texts.begin(), texts.end(), [](auto const& text) { return !text.empty(); });
  return found == texts.end() ? "" : *found;
}

std::string joined(std::vector<std::string> const& texts, char const* between) {
  std::string all;
  for (auto const& text : texts)
    if (!text.empty()) all += (all.empty() ? "" : between) + text;
  return all;
}

// The name in use before the name at birth (qualifiers of the INS).
std::string name_part(XmlDocument const& document, std::string const& part) {
  auto const path = patient + "/v3:name/v3:" + part;
  return first_of({document.text(path + "[@qualifier='CL']"), document.text(path + "[not(@qualifier)]"),
                   document.text(path + "[@qualifier='BR']")});
}

std::string telecom(XmlDocument const& document, std::string const& scheme) {
  auto const values = document.texts(role + "/v3:telecom/@value[starts-with(., '" + scheme + ":')]");
  auto const mobile =
      document.text(role + "/v3:telecom[@use='MC']/@value[starts-with(., '" + scheme + ":')]");
  auto const chosen = first_of({mobile, values.empty() ? "" : values.front()});
  return chosen.empty() ? "" : chosen.substr(scheme.size() + 1);
}

std::string address(XmlDocument const& document) {
  auto const at = role + "/v3:addr[1]/v3:";
  auto const town = joined({document.text(at + "postalCode"), document.text(at + "city")}, " ");
  return joined({joined(document.texts(at + "streetAddressLine"), ", "), town}, ", ");
}

std::string guardian(XmlDocument const& document) {
  auto const at = patient + "/v3:guardian/v3:";
  auto const name = joined({document.text(at + "guardianPerson/v3:name/v3:given"),
                            document.text(at + "guardianPerson/v3:name/v3:family")},
                           " ");
  auto const who = first_of({name, document.text(at + "guardianOrganization/v3:name")});
  auto const measure = document.text(at + "code/@displayName");
  return who.empty() || measure.empty() ? who : who + " (" + measure + ")";
}

// « 06-ALPES MARITIMES »: the department stands before the dash.
std::string mdph(XmlDocument const& document) {
  auto const named = first_of({document.text(role + "/sdo:idMDPHResponsable/@extension"),
                               document.text(role + "/sdo:idMDPHAccueil/@extension")});
  return named.substr(0, named.find('-'));
}

// Why this is no decision that opens a case; empty when it is one.
std::string fault_of(XmlDocument const& document) {
  if (document.text("/v3:ClinicalDocument/v3:templateId/@root").empty())
    return "Le document n’est pas un CDA.";
  auto const kind = document.text(decision + "/sdo:typeDeDecision/@code");
  if (kind != granted)
    return "La décision n’est pas une attribution (type « " +
           first_of({document.text(decision + "/sdo:typeDeDecision/@displayName"), kind, "absent"}) + " »).";
  auto const rights = document.texts(decision + "/sdo:droitPrestation/sdo:typeDroitOuPrestation/@code");
  auto const wanted = std::count(rights.begin(), rights.end(), pre_orientation);
  if (wanted == 0)
    return "La décision n’oriente pas vers une préorientation (11.2) : " +
           (rights.empty() ? "aucun droit n’y est ouvert." : joined(rights, ", ") + ".");
  if (wanted > 1) return "La décision ouvre plusieurs droits à la préorientation : choisissez à la main.";
  auto const death = "//v3:observation[v3:code/v3:originalText='StatutDeces']/v3:effectiveTime/@value";
  if (!document.text(death).empty()) return "La personne est signalée décédée.";
  return "";
}

void read_person(XmlDocument const& document, Fields& fields) {
  fields[Column::family_name] = name_part(document, "family");
  fields[Column::given_name] = name_part(document, "given");
  fields[Column::birth_date] = day(document.text(patient + "/v3:birthTime/@value"));
  fields[Column::phone] = telecom(document, "tel");
  fields[Column::email] = telecom(document, "mailto");
  fields[Column::address] = address(document);
  fields[Column::legal_representative] = guardian(document);
}

void read_right(XmlDocument const& document, Fields& fields) {
  auto const right =
      decision + "/sdo:droitPrestation[sdo:typeDroitOuPrestation/@code='" + pre_orientation + "']/sdo:";
  fields[Column::mdph] = mdph(document);
  fields[Column::vt_individual_number] =
      document.text(role + "/v3:id[@root='1.2.250.1.213.7.14']/@extension");
  fields[Column::valid_from] = day(document.text(right + "dateOuvertureDuDroit/@value"));
  fields[Column::valid_until] = day(document.text(right + "dateEcheanceDuDroit/@value"));
}

}  // namespace

std::variant<Fields, std::string> read_decision_document(std::string const& xml) {
  auto const document = XmlDocument::read(xml);
  if (!document) return "Le document de la décision n’est pas un XML bien formé, ou il déclare une DTD.";
  if (auto fault = fault_of(*document); !fault.empty()) return fault;
  Fields fields;
  read_person(*document, fields);
  read_right(*document, fields);
  return fields;
}

}  // namespace jalon::sdo
