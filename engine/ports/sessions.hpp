// One session as people work with it: who holds its seats, and who is next.
#pragma once
#include <optional>
#include <string>

#include "engine/ports/registers.hpp"

namespace jalon {

class Sessions {
 public:
  virtual ~Sessions() = default;

  // {"id","entry_on","pre_reception_on","weeks","capacity","taken","seats":[…],"waiting":[…]}. A seat is a
  // case with its names, state, the documents it has and what the pre-reception found; who waits for one
  // (retained, not suspended) stands in the order of engine/committee/priority.hpp. Cases out of sight are
  // left out, and count. That the others were read, in which paper, is kept. Nothing when there is no such
  // session.
  virtual std::optional<Json> read(Sight const& sight, std::string const& session, std::string const& paper,
                                   std::string const& login) = 0;

  // Who waits for a seat, the first `most` in their order, and how many there are: {"count","lines"}. That
  // these were read, as the paper « waiting_list », is kept. Where very many wait the order may be some
  // seconds old.
  virtual Json first_waiting(Sight const& sight, std::size_t most, std::string const& login) = 0;

  // Who is first of those who wait, as it is now: {"case","reference","family_name","given_name"}. Nothing
  // when nobody waits, or when the first one is out of sight.
  virtual std::optional<Json> next_for_a_seat(Sight const& sight) = 0;
};

}  // namespace jalon
