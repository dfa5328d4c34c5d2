#include "api/http/event_stream.hpp"

#include <utility>

namespace jalon::http {

namespace {
constexpr std::size_t longest_wait_bytes = 64 * 1024;
}

void EventStream::send(std::string_view event) {
  change([&] {
    if (has_ended_) return;
    waiting_ += event;
    has_ended_ = waiting_.size() > longest_wait_bytes;
  });
}

void EventStream::end() {
  change([&] { has_ended_ = true; });
}

bool EventStream::is_over() const {
  std::lock_guard lock(mutex_);
  return has_ended_;
}

EventStream::Next EventStream::take() {
  std::lock_guard lock(mutex_);
  return {std::exchange(waiting_, {}), has_ended_};
}

void EventStream::listen(std::function<void()> ring) {
  std::lock_guard lock(mutex_);
  ring_ = std::move(ring);
}

// Rung under the lock, so that nobody is rung who has just said that he listens no more.
void EventStream::change(std::function<void()> const& how) {
  std::lock_guard lock(mutex_);
  how();
  if (ring_) ring_();
}

}  // namespace jalon::http
