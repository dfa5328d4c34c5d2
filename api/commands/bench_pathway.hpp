// The events that are measured: a digital notification's way from the first letter to the convocation, with a
// note in between. Fourteen commands, each of which moves the case or adds to it; none can be refused.
#pragma once
#include <string>
#include <vector>

#include "api/commands/bench_database.hpp"
#include "engine/decision/decision.hpp"

namespace jalon::commands::bench {

inline constexpr char const* bench_login = "mesure";

// An account with the roles of the pathway, a committee, a session a client.
struct Pathway {
  std::string token;                           // of the account, for HTTP
  std::vector<std::string> sessions;           // each with more seats than a measure can take
  std::vector<std::vector<Command>> commands;  // by client
  std::size_t length() const { return commands.front().size(); }
};
Pathway lay_pathway(BenchDatabase& database, std::size_t clients);

Request bench_request(BenchDatabase const& database);

// An invented person and a notification of that day.
Command opening(std::size_t number, Date received_on);

// Opens cases through the runner, many in one commit; answers their identifiers.
std::vector<std::string> open_cases(BenchDatabase& database, std::size_t count);

// The case, or the reason why there is none, as an error.
Done require_done(Outcome outcome, std::string const& event);

}  // namespace jalon::commands::bench
