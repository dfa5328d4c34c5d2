#pragma once

#include "engine/ports/report_writer.hpp"

namespace jalon::via_trajectoire {

/// A report as the national system takes it: a FHIR R4 Task of the profile « sdo-task » (ANS, Suivi des
/// décisions d'orientation 4.0.4, flux 4), one event a task, created and never changed. `dateStatutESMS` is
/// the day of the event; what else it might mean for a status is not established, so no planned date goes
/// there. Codes go without the displays of the reasons, which differ between the lists of the nomenclature.
///
/// Task.identifier repeats the transmission's own identifier, so that a report that came twice is
/// recognisable.
class SdoTaskWriter : public ReportWriter {
 public:
  std::variant<Json, Unwritable> write(Report const& report) const override;
};

/// « 1 » (a FINESS number, TRE_G07) and the number: `idNat_Struct`, and the header `struct_idnat` of each
/// request.
std::string national_structure_id(ViaTrajectoireSettings const& structure);

}  // namespace jalon::via_trajectoire
