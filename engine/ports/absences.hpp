// When colleagues are away, and who stands in for them.
#pragma once
#include <optional>
#include <string>

#include "engine/ports/registers.hpp"

namespace jalon {

struct NewAbsence {
  std::string login;
  Date from, until;  // both days included
  std::string reason;  // « leave », « training », « mission », « other »: why exactly is nobody's business
  std::optional<std::string> substitute;
};

enum class AbsenceAdded {
  yes,
  no_such_account,
  no_such_substitute,
  substitute_without_role,  // has none of the colleague's roles and may not act for everybody either
  overlapping
};

class Absences {
 public:
  virtual ~Absences() = default;

  // `id` is given. A substitute has one of the colleague's roles, or is coordinator or deputy director, who
  // may finish anybody's task; nobody stands in for herself.
  virtual AbsenceAdded add(std::string const& establishment, std::string const& id, NewAbsence const& absence,
                           std::string const& by) = 0;
  // Items: {"id","login","name","from","until","reason","substitute"}, who made and ended it, and when.
  // The latest first; only those of that colleague, or for whom it stands in, when a login is given.
  virtual Page list(std::string const& establishment, std::optional<std::string> const& login,
                    PageRequest const& page) = 0;
  virtual std::optional<Json> find(std::string const& establishment, std::string const& id) = 0;
  // From now on the colleague is back. The row stays. False when it had ended already.
  virtual bool end(std::string const& establishment, std::string const& id, std::string const& by) = 0;
};

}  // namespace jalon
