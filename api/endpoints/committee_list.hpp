// « Liste en vue de la commission de pré-admission » (L1224): as a page, a spreadsheet, JSON, and what each
// role sees of it.
#pragma once
#include <string>

#include "engine/model/role.hpp"
#include "engine/ports/spreadsheet.hpp"

namespace jalon::api {

// Those who prepare or hold the committee and work on its files: the administrative and the medical,
// psychological and social teams, and the partner at the MDPH for the persons of its department (A.21, C19).
constexpr RoleSet committee_readers() {
  return {Role::admin_assistant,       Role::coordinator,   Role::deputy_director, Role::doctor,
          Role::clinical_psychologist, Role::social_worker, Role::mdph_partner};
}

// The list as these roles see it, with its "status" (draft, sent). Why an urgency was given, in words, is for
// the medical, psychological and social team and, as a conclusion, for the coordinator (A.21); others see the
// figure. What compares a line with the one before it is not for a partner, who may not see that one.
// A partner reads no urgency of a person who has not agreed to it (C49): such a line says so under
// "withheld".
Json list_seen_by(RoleSet roles, Json list);

// Of any line about a person, what a partner is not told without that person's consent as it is now.
void withhold_urgency(RoleSet roles, Json& line);

// What the template committee_table is given.
Json list_content(Json const& seen);
Sheet list_sheet(Json const& seen);
// Without ending and without personal data: « commission-2026-03-25-v2 », « …-projet ».
std::string list_file_name(Json const& seen);

}  // namespace jalon::api
