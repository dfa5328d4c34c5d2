// Tells pages that stay open that their case has moved on, whichever process moved it: one look a second for
// all that are watched, and none while nobody watches. No notification of the database: those would line up
// every commit of a busy house behind each other.
#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "api/http/event_stream.hpp"
#include "engine/ports/case_watch.hpp"

namespace jalon::api {

class LiveCases {
 public:
  explicit LiveCases(CaseWatch& watch) : watch_(watch) {}

  // The stream hears `moved` with each revision that is another than the one the page knows. Nothing is
  // looked at before the next look().
  void follow(std::string establishment, std::string reference, int known,
              std::shared_ptr<http::EventStream> stream);

  // From one thread, each second. Throws Unavailable when the database is away: the next look goes on.
  void look();

  std::size_t followers() const;

 private:
  struct Follower {
    std::string establishment, reference;
    int known = 0;
    std::shared_ptr<http::EventStream> stream;
  };
  std::map<std::string, std::vector<std::string>> watched();
  void tell(std::string const& establishment, std::map<std::string, int> const& revisions);

  CaseWatch& watch_;
  mutable std::mutex mutex_;
  std::vector<Follower> followers_;
};

// As a stream says it; the id is what a browser asks on from (« Last-Event-ID »).
std::string moved_event(int revision);

}  // namespace jalon::api
