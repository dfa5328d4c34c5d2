// The register of who read what of a file, for the person who asks (pathway A.21, « every read of classified
// data is logged »). Letters, documents and lists are entered where they are read; the case itself here.
#pragma once
#include <set>

#include "engine/ports/registers.hpp"

namespace jalon {

class Readings {
 public:
  virtual ~Readings() = default;
  // The medical and social facts of a case, before they are shown; throws Unavailable, and then nothing is
  // shown. Answers of how many files this account has read in the last ten minutes, this one included.
  virtual std::size_t enter(std::string const& establishment, std::string const& case_id,
                            std::string const& login, std::set<std::string> const& facts) = 0;
  // Tells those who answer for the house, by a task and by e-mail, once a day for one reader.
  virtual void alert_of_pace(std::string const& establishment, std::string const& login, std::size_t files,
                             std::string const& url) = 0;
  // {"at","login","name","what","facts"}, the newest first; « what » is "case", or the template that was
  // read.
  virtual Page of_case(std::string const& establishment, std::string const& case_id,
                       PageRequest const& page) = 0;
};

}  // namespace jalon
