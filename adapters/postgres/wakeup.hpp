#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace jalon::postgres {

/// Listens to the database's notifications (LISTEN) on a connection and a thread of its own.
///
/// A notification is a hint that there is work, never the work itself: while the connection is down they
/// are lost. Hence the call with channel `reconnected` each time the connection stands, the first time
/// included: from then on nothing escapes us, so look at the database now.
class Wakeup {
 public:
  using Callback = std::function<void(std::string_view channel, std::string_view payload)>;

  static constexpr std::string_view reconnected = "reconnected";

  /// Returns at once. `callback` runs on the listening thread, one call at a time; it should hand over and
  /// return, and must not throw. Lost connections are sought again with jittered delays of at most 5 s.
  Wakeup(std::string connection_string, std::vector<std::string> channels, Callback callback);
  Wakeup(Wakeup const&) = delete;
  Wakeup& operator=(Wakeup const&) = delete;

  /// Returns when the thread has ended: at once, but for an attempt to connect to a host that does not
  /// answer (at most the connection string's connect_timeout). No call comes after it.
  ~Wakeup();

 private:
  void run() noexcept;
  void listen();
  bool stops_within(int milliseconds) const;

  std::string const connection_string_;
  std::vector<std::string> const channels_;
  Callback const callback_;
  int const stop_signal_;
  std::thread thread_;
};

}  // namespace jalon::postgres
