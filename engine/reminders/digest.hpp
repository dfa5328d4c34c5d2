// One e-mail per person and morning: what is overdue, oldest first, and what falls due until Sunday. Who has
// nothing to read gets none.
#pragma once
#include "engine/reminders/team.hpp"
#include "engine/reminders/work_item.hpp"

namespace jalon {

struct DigestLine {
  WorkItem item;
  Because because = Because::role;
  std::string instead_of, instead_of_name;  // login and name of the colleague who is away, or empty
  bool operator==(DigestLine const&) const = default;
};

struct Digest {
  std::string login, name;
  std::vector<DigestLine> late, this_week;
  bool operator==(Digest const&) const = default;
};

struct DayOfDigests {
  Date day;
  std::vector<Digest> digests;    // by login
  std::vector<WorkItem> unheard;  // due, and nobody with an address is there to read of it
  bool operator==(DayOfDigests const&) const = default;
};

// Pure: what leaves on the morning of that day, given the work that stands then.
DayOfDigests digests_of_day(std::vector<WorkItem> const& work, Team const& team, Date day);

// The last day of the week of that day.
Date sunday_of(Date day);

// What the template « staff_digest » is filled with. Each section shows `most_lines` and says how many others
// there are: a longer e-mail is not read. `public_url`: where people reach Jalon.
constexpr std::size_t most_lines = 40;
Json details_of(Digest const& digest, Date day, std::string const& public_url);

}  // namespace jalon
