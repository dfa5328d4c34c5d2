#include "adapters/postgres/wakeup.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <deque>
#include <system_error>

#include "adapters/postgres/back_off.hpp"
#include "adapters/postgres/connect.hpp"

namespace jalon::postgres {
namespace {

using namespace std::chrono_literals;

int make_stop_signal() {
  int const descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (descriptor < 0) {
    throw std::system_error(errno, std::generic_category(), "eventfd");
  }
  return descriptor;
}

// Collects instead of calling back: libpqxx swallows what a receiver throws.
class Receiver : public pqxx::notification_receiver {
 public:
  using Received = std::deque<std::pair<std::string, std::string>>;

  Receiver(pqxx::connection_base& connection, std::string const& channel, Received& received)
      : pqxx::notification_receiver(connection, channel), received_(received) {}

  void operator()(std::string const& payload, int) override { received_.emplace_back(channel(), payload); }

 private:
  Received& received_;
};

}  // namespace

Wakeup::Wakeup(std::string connection_string, std::vector<std::string> channels, Callback callback)
    : connection_string_(std::move(connection_string)),
      channels_(std::move(channels)),
      callback_(std::move(callback)),
      stop_signal_(make_stop_signal()),
      thread_([this] { run(); }) {}

Wakeup::~Wakeup() {
  eventfd_write(stop_signal_, 1);
  thread_.join();
  close(stop_signal_);
}

void Wakeup::run() noexcept {
  BackOff back_off(50ms, 5s);
  auto last_attempt = std::chrono::steady_clock::now();
  do {
    if (std::chrono::steady_clock::now() - last_attempt > 10s) {
      back_off.reset();  // it had held for a while
    }
    last_attempt = std::chrono::steady_clock::now();
    try {
      listen();
    } catch (pqxx::failure const&) {
    }
  } while (!stops_within(static_cast<int>(back_off.next().count())));
}

// Ends when we are to stop; throws when the connection breaks.
void Wakeup::listen() {
  auto const connection = connect(connection_string_, {});
  Receiver::Received received;
  std::deque<Receiver> receivers;
  for (auto const& channel : channels_) {
    receivers.emplace_back(*connection, channel, received);
  }
  callback_(reconnected, "");
  while (true) {
    connection->get_notifs();
    for (; !received.empty(); received.pop_front()) {
      callback_(received.front().first, received.front().second);
    }
    std::array<pollfd, 2> watched{{{connection->sock(), POLLIN, 0}, {stop_signal_, POLLIN, 0}}};
    if (poll(watched.data(), watched.size(), -1) > 0 && watched[1].revents != 0) {
      return;
    }
  }
}

bool Wakeup::stops_within(int milliseconds) const {
  pollfd watched{stop_signal_, POLLIN, 0};
  return poll(&watched, 1, milliseconds) > 0;
}

}  // namespace jalon::postgres
