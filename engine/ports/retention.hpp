// How long closed cases are kept, which of them are due, and how they are erased (pathway A.21, « keep a
// configurable retention »; GDPR article 5(1)(e)). What is due is looked at again where it is erased, under
// the case's lock.
#pragma once
#include "engine/ports/registers.hpp"

namespace jalon {

class Retention {
 public:
  virtual ~Retention() = default;

  // {"months","before"}: cases closed before that day are due.
  virtual Json rule(std::string const& establishment) = 0;

  // {"case","reference","workflow","state","closed_on","entries","letters","transmissions","kept_because"},
  // the one closed first first: those that go or, `kept`, those that something still to be done keeps, with
  // the reason in French.
  virtual Page due(std::string const& establishment, bool kept, PageRequest const& page) = 0;

  struct Erased {
    std::optional<std::string> reference;  // nothing: no such case, or no longer
    std::optional<std::string> refused;    // why not, in French
  };
  // The whole case in one commit, leaving one line in the register. Asked again after a lost answer, there is
  // no such case.
  virtual Erased erase(std::string const& establishment, std::string const& case_id,
                       std::string const& login) = 0;

  // The register, newest first:
  // {"reference","workflow","state","opened_on","closed_on","entries","erased_at", "erased_by"}.
  virtual Page erasures(std::string const& establishment, PageRequest const& page) = 0;
};

}  // namespace jalon
