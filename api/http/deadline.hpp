#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace jalon::http {

/**
 * Calls `on_expiry` once an instant has passed. Setting it later, which a busy connection does with each
 * request, costs nothing: the timer is moved only for an earlier instant, and when it wakes too soon. One
 * thread only. Nothing is called after the owner has let go of its pointer.
 */
class Deadline : public std::enable_shared_from_this<Deadline> {
 public:
  Deadline(boost::asio::any_io_executor executor, std::function<void()> on_expiry)
      : timer_(std::move(executor)), on_expiry_(std::move(on_expiry)) {}

  void set(std::chrono::milliseconds from_now) {
    has_passed_ = false;
    due_ = Clock::now() + from_now;
    if (!armed_for_ || *due_ < *armed_for_) arm();
  }

  void clear() { due_.reset(); }

  /** Whether it has passed since it was last set. */
  bool has_passed() const { return has_passed_; }

 private:
  using Clock = std::chrono::steady_clock;

  void arm() {
    armed_for_ = due_;
    timer_.expires_at(*due_);
    timer_.async_wait([weak = weak_from_this()](boost::system::error_code error) {
      if (error) return;  // moved to an earlier instant, or gone
      if (auto self = weak.lock()) self->wake();
    });
  }

  void wake() {
    armed_for_.reset();
    if (!due_) return;
    if (Clock::now() < *due_) return arm();
    due_.reset();
    has_passed_ = true;
    on_expiry_();
  }

  boost::asio::steady_timer timer_;
  std::function<void()> on_expiry_;
  std::optional<Clock::time_point> due_;
  std::optional<Clock::time_point> armed_for_;
  bool has_passed_ = false;
};

}  // namespace jalon::http
