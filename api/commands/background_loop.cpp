#include "api/commands/background_loop.hpp"

#include <boost/asio/post.hpp>

#include "api/log/log_line.hpp"

namespace jalon::commands {

namespace {
// What PostgreSQL says after it may show a row.
std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}
}  // namespace

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
    log_line(LogLevel::warning, "background work failed",
             {{"work", name_}, {"why", first_line(failure.what())}});
  }
  timer_.expires_after(pause);
  timer_.async_wait([this](boost::system::error_code) { run_once(); });
}

}  // namespace jalon::commands
