#include "api/commands/background_loop.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/post.hpp>

namespace jalon::commands {

BackgroundLoop::BackgroundLoop(std::string name, Pause longest_pause, std::function<Pause()> work)
    : name_(std::move(name)), longest_pause_(longest_pause), work_(std::move(work)), timer_(context_) {
  boost::asio::post(context_, [this] { run_once(); });
  thread_ = std::thread([this] {
    auto const guard = boost::asio::make_work_guard(context_);
    context_.run();
  });
}

BackgroundLoop::~BackgroundLoop() {
  context_.stop();
  thread_.join();
}

void BackgroundLoop::wake() {
  boost::asio::post(context_, [this] { timer_.cancel(); });
}

void BackgroundLoop::run_once() {
  Pause pause = longest_pause_;
  try {
    pause = std::clamp(work_(), Pause(0), longest_pause_);
    last_success_ = std::chrono::steady_clock::now();
  } catch (std::exception const& failure) {  // the database is away: the next round tries again
    spdlog::warn("{}: {}", name_, failure.what());
  }
  timer_.expires_after(pause);
  timer_.async_wait([this](boost::system::error_code) { run_once(); });
}

}  // namespace jalon::commands
