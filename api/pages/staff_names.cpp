#include "api/pages/staff_names.hpp"

#include "engine/ports/reminder_register.hpp"

namespace jalon::pages {

StaffNames::StaffNames(Visit const& visit) {
  for (auto const& member : visit.house.reminders.roster(visit.caller.establishment, visit.today()).staff)
    names_[member.login] = member.name;
}

std::string StaffNames::of(std::string const& login) const {
  if (login == "engine") return "Jalon";
  auto const found = names_.find(login);
  return found == names_.end() ? login : found->second;
}

Json StaffNames::in(Json data) const {
  for (char const* field : {"user", "referent"})
    if (auto const found = data.find(field); found != data.end() && found->is_string())
      *found = of(found->get<std::string>());
  return data;
}

}  // namespace jalon::pages
