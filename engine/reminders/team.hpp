// Who hears of something on a given day: those who have the role, or who stands in for them.
//
// - A colleague who is away gets nothing; the substitute gets her lines, marked with her name.
// - A substitute who is away too hands nothing on: there are no chains, and so no circles. Then, and where
// nobody
//   was named or nobody has the role, the coordinators hear of what nobody else would; without a coordinator
//   the deputy directors.
#pragma once
#include <string_view>

#include "engine/reminders/reminder_facts.hpp"

namespace jalon {

enum class Because { role, substitute, coordination };
std::string_view name_of(Because because);  // « role », « substitute », « coordination »

struct Addressee {
  StaffMember const* to = nullptr;
  Because because = Because::role;
  StaffMember const* instead_of = nullptr;  // the colleague who is away
};

class Team {
 public:
  // Both must outlive the team.
  Team(std::vector<StaffMember> const& staff, std::vector<Absence> const& absences)
      : staff_(staff), absences_(absences) {}

  // Each at most once; none when nobody with an address can be told. `login` is the one colleague meant, who
  // must be known and have the role, or else all who have it are.
  std::vector<Addressee> who_hears(Role owner, std::optional<std::string> const& login, Date day) const;

  std::vector<StaffMember> const& staff() const { return staff_; }
  Absence const* absence_of(std::string const& login, Date day) const;  // nullptr: is there

 private:
  StaffMember const* find(std::string const& login) const;
  bool can_be_told(StaffMember const& member, Date day) const;
  std::vector<StaffMember const*> holders_of(Role owner, std::optional<std::string> const& login) const;
  std::vector<Addressee> coordination(StaffMember const* instead_of, Date day) const;

  std::vector<StaffMember> const& staff_;
  std::vector<Absence> const& absences_;
};

}  // namespace jalon
