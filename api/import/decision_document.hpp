#pragma once

#include <string>
#include <variant>

#include "api/import/notification_line.hpp"

namespace jalon::sdo {

// Reads the CDA document « individu et décision » (ANS, SI-ESMS, template 1.2.250.1.213.1.1.1.4.8) that comes
// with a decision: who it is about, the MDPH in charge, the number of the person there, and from when to when
// a right to pre-orientation (TRE_R420, 11.2) is open. The person's social security number is in the document
// and stays there.
//
// Either these fields, or a French sentence that says why the document opens no case: it is no XML, declares
// a DTD, grants another right or none, or says that the person has died.
std::variant<csv::Fields, std::string> read_decision_document(std::string const& xml);

}  // namespace jalon::sdo
