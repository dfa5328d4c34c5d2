// A kernel that lets another do the work and remembers what it did.
#pragma once
#include <memory>

#include "engine/kernel/kernel.hpp"

namespace jalon::kit {

struct Trace {
  std::vector<int> fired, entered, exited;
  bool operator==(Trace const&) const = default;
};

class RecordingKernel final : public Kernel {
 public:
  explicit RecordingKernel(std::shared_ptr<Kernel const> worker) : worker_(std::move(worker)) {}
  void step(Turn& turn, Places& places) const override {
    worker_->step(turn, places);
    last_ = {turn.fired, turn.entered, turn.exited};
  }
  Trace const& last() const { return last_; }

 private:
  std::shared_ptr<Kernel const> worker_;
  mutable Trace last_;
};

}  // namespace jalon::kit
