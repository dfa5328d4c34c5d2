#pragma once

#include <functional>
#include <memory>
#include <string>

#include "engine/ports/case_store.hpp"
#include "engine/ports/due_work.hpp"

namespace jalon::kit {

/// What the conformance suite needs of a kind of store: an empty one with the establishment `espo`, as two
/// processes see it, and the world around it.
class StoreWorld {
 public:
  virtual ~StoreWorld() = default;
  virtual CaseStore& store() = 0;
  virtual DueWork& due_work() = 0;
  virtual CaseStore& other_store() = 0;
  virtual DueWork& other_due_work() = 0;

  virtual void show_clock(Instant now) = 0;
  virtual std::string add_session(Date entry_on, int capacity) = 0;
  virtual std::string add_committee(Date held_on) = 0;
  virtual void add_account(std::string const& login) = 0;
};

using MakeWorld = std::function<std::unique_ptr<StoreWorld>()>;

}  // namespace jalon::kit
