// The statuses and reasons an establishment reports to the MDPH: code systems TRE_R357
// (StatutPersonnePriseCharge) and TRE_R358 (reasons) of the French nomenclature of health objects (NOS).
#pragma once
#include <string>
#include <string_view>

namespace jalon {

// « 41 Contact effectué »; the bare code when it is not one of ours.
std::string transmission_label(std::string_view status_code);
// « refus d'inscription »; empty when unknown.
std::string_view reason_label(std::string_view reason_code);
bool is_reason_for(std::string_view status_code, std::string_view reason_code);

}  // namespace jalon
