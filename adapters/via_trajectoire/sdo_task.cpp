#include "adapters/via_trajectoire/sdo_task.hpp"

#include "engine/model/transmission_codes.hpp"

namespace jalon::via_trajectoire {

namespace {

constexpr char const* inputs =
    "https://interop.esante.gouv.fr/ig/fhir/sdo/CodeSystem/input-task-sdo-codesystem";
constexpr char const* pre_orientation = "46";  // « établissement et service de préorientation », TRE_R244

std::string nomenclature(std::string const& number, std::string const& name) {
  return "https://mos.esante.gouv.fr/NOS/TRE_" + number + "-" + name + "/FHIR/TRE-" + number + "-" + name;
}

Json input(char const* code, char const* type, Json value) {
  return {{"type", {{"coding", {{{"system", inputs}, {"code", code}}}}}}, {type, std::move(value)}};
}
Json identifier(char const* code, std::string const& value) {
  return input(code, "valueIdentifier", {{"value", value}});
}
Json concept_of(char const* code, std::string const& system, std::string const& value,
                std::string_view display = {}) {
  Json coding{{"system", system}, {"code", value}};
  if (!display.empty()) coding["display"] = display;
  return input(code, "valueCodeableConcept", {{"coding", {std::move(coding)}}});
}

void require(bool holds, char const* guard, char const* message, Unwritable& missing) {
  if (!holds) missing.push_back({guard, message});
}

Unwritable missing_in(Report const& report) {
  Unwritable missing;
  require(!report.structure.finess.empty(), "finess_known",
          "Le numéro FINESS de l’établissement manque : « jalon setting via-trajectoire --finess … ».",
          missing);
  require(report.national_decision_id.has_value(), "case_linked",
          "Le numéro national de la décision manque : le dossier est à rapprocher sur ViaTrajectoire.",
          missing);
  require(report.decision_id.has_value(), "decision_known",
          "Le numéro de décision de la MDPH manque : complétez-le dans la notification.", missing);
  require(!status_display(report.code).empty(), "status_known",
          "Ce statut n’est pas de ceux qu’un ESMS transmet.", missing);
  require(report.reason || !needs_reason(report.code), "reason_given", "Ce statut demande un motif.",
          missing);
  require(!report.reason || is_reason_for(report.code, *report.reason), "reason_allowed",
          "Ce motif n’est pas permis avec ce statut.", missing);
  return missing;
}

Json inputs_of(Report const& report) {
  auto const& structure = report.structure;
  Json list{identifier("idNat_Struct", national_structure_id(structure)),
            input("nomESMS", "valueString", structure.name),
            concept_of("statutESMS", nomenclature("R357", "StatutPersonnePriseCharge"), report.code,
                       status_display(report.code))};
  if (report.reason)
    list.push_back(
        concept_of("motifESMS", nomenclature("R358", "MotifStatutPersonnePriseCharge"), *report.reason));
  list.push_back(input("dateStatutESMS", "valueDate", to_string(report.occurred_on)));
  list.push_back(
      concept_of("categorieOrganisation", nomenclature("R244", "CategorieOrganisation"), pre_orientation));
  if (!structure.mode_of_care.empty())
    list.push_back(
        concept_of("modePriseCharge", nomenclature("R213", "ModePriseEnCharge"), structure.mode_of_care));
  list.push_back(identifier("idDecision", *report.decision_id));
  list.push_back(identifier("idNat_Decision", *report.national_decision_id));
  return list;
}

}  // namespace

std::string national_structure_id(ViaTrajectoireSettings const& structure) {
  return "1" + structure.finess;
}

std::variant<Json, Unwritable> SdoTaskWriter::write(Report const& report) const {
  if (auto missing = missing_in(report); !missing.empty()) return missing;
  auto const& structure = report.structure;
  auto const profile = structure.profile + (structure.version.empty() ? "" : "|" + structure.version);
  return Json{{"resourceType", "Task"},
              {"meta", {{"lastUpdated", to_string(report.written_at)}, {"profile", {profile}}}},
              {"identifier", {{{"system", "urn:ietf:rfc:3986"}, {"value", "urn:uuid:" + report.id}}}},
              {"status", "completed"},
              {"intent", "plan"},
              {"input", inputs_of(report)}};
}

}  // namespace jalon::via_trajectoire
