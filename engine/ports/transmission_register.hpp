// Single reports, for those who look after them.
#pragma once
#include "engine/model/report.hpp"
#include "engine/ports/registers.hpp"

namespace jalon {

class TransmissionRegister {
 public:
  virtual ~TransmissionRegister() = default;
  // Everything a document about it may say; none when the caller may not see its case.
  virtual std::optional<Report> report(Sight const& sight, std::string const& id) = 0;
  // A person has looked: one that was refused or is in doubt leaves again. not_this_way: it is neither.
  virtual Finished send_again(std::string const& establishment, std::string const& id) = 0;
};

}  // namespace jalon
