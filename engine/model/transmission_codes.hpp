// The statuses and reasons an establishment reports to the MDPH: code systems TRE_R357
// (StatutPersonnePriseCharge) and TRE_R358 (MotifStatutPersonnePriseCharge) of the French nomenclature of
// health objects (NOS), and which reason goes with which status (association ASS_A32, version of 11 April
// 2025).
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace jalon {

// « Contact effectué »; empty when it is no status of ours.
std::string_view status_display(std::string_view status_code);
// « 41 Contact effectué »; the bare code when it is not one of ours.
std::string transmission_label(std::string_view status_code);
// « refus d'inscription »; empty when unknown.
std::string_view reason_label(std::string_view reason_code);

// The reasons that may be given with a status, in the order of their codes; none for most.
std::vector<std::string_view> reasons_for(std::string_view status_code);
bool is_reason_for(std::string_view status_code, std::string_view reason_code);
// An impossible admission (45, 46) is never reported without one.
bool needs_reason(std::string_view status_code);

}  // namespace jalon
