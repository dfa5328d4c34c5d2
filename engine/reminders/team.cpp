#include "engine/reminders/team.hpp"

#include <algorithm>

namespace jalon {

namespace {

void add_once(std::vector<Addressee>& heard, Addressee const& addressee) {
  auto const is_same = [&](Addressee const& other) { return other.to == addressee.to; };
  if (std::none_of(heard.begin(), heard.end(), is_same)) heard.push_back(addressee);
}

}  // namespace

std::string_view name_of(Because because) {
  switch (because) {
    case Because::role:
      return "role";
    case Because::substitute:
      return "substitute";
    case Because::coordination:
      return "coordination";
  }
  return "";
}

Absence const* Team::absence_of(std::string const& login, Date day) const {
  auto const found = std::find_if(absences_.begin(), absences_.end(), [&](Absence const& absence) {
    return absence.login == login && absence.from <= day && day <= absence.until;
  });
  return found == absences_.end() ? nullptr : &*found;
}

StaffMember const* Team::find(std::string const& login) const {
  auto const found =
      std::find_if(staff_.begin(), staff_.end(), [&](auto const& member) { return member.login == login; });
  return found == staff_.end() ? nullptr : &*found;
}

bool Team::can_be_told(StaffMember const& member, Date day) const {
  return !member.email.empty() && !absence_of(member.login, day);
}

std::vector<StaffMember const*> Team::holders_of(Role owner, std::optional<std::string> const& login) const {
  auto const* meant = login ? find(*login) : nullptr;
  if (meant && meant->roles.has(owner)) return {meant};
  std::vector<StaffMember const*> holders;
  for (auto const& member : staff_)
    if (member.roles.has(owner)) holders.push_back(&member);
  return holders;
}

std::vector<Addressee> Team::coordination(StaffMember const* instead_of, Date day) const {
  std::vector<Addressee> heard;
  for (auto role : {Role::coordinator, Role::deputy_director}) {
    for (auto const& member : staff_)
      if (member.roles.has(role) && can_be_told(member, day))
        heard.push_back({&member, Because::coordination, instead_of});
    if (!heard.empty()) break;
  }
  return heard;
}

std::vector<Addressee> Team::who_hears(Role owner, std::optional<std::string> const& login, Date day) const {
  std::vector<Addressee> heard;
  StaffMember const* unheard = nullptr;
  auto const holders = holders_of(owner, login);
  for (auto const* member : holders)
    if (can_be_told(*member, day)) heard.push_back({member, Because::role, nullptr});
  for (auto const* member : holders) {
    auto const* absence = absence_of(member->login, day);
    if (!absence) continue;
    auto const* substitute = absence->substitute ? find(*absence->substitute) : nullptr;
    if (substitute && can_be_told(*substitute, day))
      add_once(heard, {substitute, Because::substitute, member});
    else
      unheard = member;
  }
  if (heard.empty() && (unheard || holders.empty())) return coordination(unheard, day);
  return heard;
}

}  // namespace jalon
