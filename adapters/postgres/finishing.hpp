#pragma once

#include <string>

#include "adapters/postgres/listing.hpp"

namespace jalon::postgres {

/// Runs a function that finishes something and reads its outcome: yes, no_such or not_this_way.
inline Finished finish(Access const& access, char const* query, Parameters const& parameters) {
  return access.repeatable([&](pqxx::connection& connection) {
    std::string const outcome = run_once(connection, query, parameters)[0][0].c_str();
    if (outcome == "yes") return Finished::yes;
    return outcome == "no_such" ? Finished::no_such : Finished::not_this_way;
  });
}

}  // namespace jalon::postgres
