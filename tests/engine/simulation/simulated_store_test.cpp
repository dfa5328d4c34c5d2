// The store in memory does what every store does.
#include "engine/simulation/simulated_store.hpp"

#include "tests/kit/due_work_conformance.hpp"
#include "tests/kit/store_contention_conformance.hpp"

namespace jalon::kit {

namespace {
class SimulatedWorld : public StoreWorld {
 public:
  CaseStore& store() override { return store_; }
  DueWork& due_work() override { return store_; }
  CaseStore& other_store() override { return store_; }
  DueWork& other_due_work() override { return store_; }

  void show_clock(Instant now) override { store_.set_now(now); }
  std::string add_session(Date entry_on, int capacity) override {
    std::string const id = new_uuid();
    store_.add_session({id, entry_on, 14, {}, capacity, 0});
    return id;
  }
  std::string add_committee(Date held_on) override {
    std::string const id = new_uuid();
    store_.add_committee({id, held_on});
    return id;
  }
  void add_account(std::string const& login) override { store_.add_account(login); }

 private:
  SimulatedStore store_{Instant{}};
};

std::unique_ptr<StoreWorld> make_simulated_world() {
  return std::make_unique<SimulatedWorld>();
}
}  // namespace

INSTANTIATE_TEST_SUITE_P(Simulated, StoreConformance, testing::Values(make_simulated_world));
INSTANTIATE_TEST_SUITE_P(Simulated, DueWorkConformance, testing::Values(make_simulated_world));

}  // namespace jalon::kit
