#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace jalon::http {

/**
 * An answer that goes on: server-sent events, written as they come. A handler puts one into its Response and
 * gives it to whoever has the news; the connection sends what is put in until it is ended, the client goes,
 * or `Limits::stream_time` has passed, after which a browser comes back by itself with its Last-Event-ID. May
 * be used from several threads.
 */
class EventStream {
 public:
  /** Nothing happens once the stream has ended. A client that takes nothing for long loses the stream. */
  void send(std::string_view event);
  void end();
  /** Nobody reads any more: whoever holds it may let go. */
  bool is_over() const;

  // ---- the connection's side ----
  struct Next {
    std::string text;
    bool has_ended = false;
  };
  /** What has come since the last time. */
  Next take();
  /** `ring` is called, on the thread that sends, whenever there is something to take. Null: not any more. */
  void listen(std::function<void()> ring);

 private:
  void change(std::function<void()> const& how);

  mutable std::mutex mutex_;
  std::string waiting_;
  std::function<void()> ring_;
  bool has_ended_ = false;
};

}  // namespace jalon::http
