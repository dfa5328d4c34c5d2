// Logins as people of the service say them: by the name of who bears them.
#pragma once
#include <map>
#include <string>

#include "api/pages/visit.hpp"

namespace jalon::pages {

class StaffNames {
 public:
  explicit StaffNames(Visit const& visit);

  std::string of(std::string const& login) const;  // who is no longer here keeps the login
  Json in(Json data) const;                        // the same data, with names in the fields that hold logins

 private:
  std::map<std::string, std::string> names_;
};

}  // namespace jalon::pages
