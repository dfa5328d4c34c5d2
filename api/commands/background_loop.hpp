// Work that comes by itself: an Asio timer sleeps until the next piece is due, a notification wakes it early,
// and at the latest every few seconds it looks by itself, because a notification may be lost.
#pragma once
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <string>
#include <thread>

namespace jalon::commands {

class BackgroundLoop {
 public:
  using Pause = std::chrono::milliseconds;
  // `work` does what there is to do now and answers how long it may sleep.
  BackgroundLoop(std::string name, Pause longest_pause, std::function<Pause()> work);
  ~BackgroundLoop();  // lets a piece of work that has begun finish

  void wake();
  std::string const& name() const { return name_; }
  // The start, when no piece has ended well yet. From any thread.
  std::chrono::steady_clock::time_point last_success() const { return last_success_; }

 private:
  void run_once();

  std::string name_;
  Pause longest_pause_;
  std::function<Pause()> work_;
  boost::asio::io_context context_;
  boost::asio::steady_timer timer_;
  std::atomic<std::chrono::steady_clock::time_point> last_success_{std::chrono::steady_clock::now()};
  std::thread thread_;
};

}  // namespace jalon::commands
