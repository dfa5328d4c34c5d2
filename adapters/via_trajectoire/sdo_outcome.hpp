#pragma once

#include "adapters/via_trajectoire/http_exchange.hpp"
#include "engine/json/json.hpp"
#include "engine/ports/transmitter.hpp"

namespace jalon::via_trajectoire {

/// What became of a report, from what the system answered to it:
///   201                                       Accepted; the proof is the new Task's address there
///   4xx                                       Refused, with the reasons of the OperationOutcome
///   408, 429, any other 5xx                   TryLater: the system says that it did not take it
///   401                                       TryLater, of the settings: the token is no good
///   502, 504                                  InDoubt: a gateway passed it on and lost the answer
///   a redirect                                TryLater, of the settings: reports do not follow one
///   any other 2xx                             InDoubt: no Task was created, yet nothing was refused
///   no answer once the whole request was out  InDoubt
///   no answer before                          TryLater
TransmitOutcome outcome_of(HttpAnswer const& answer);

/// No answer came, and nothing of a report had left. `who` begins the French sentence.
TryLater not_reached(HttpAnswer const& answer, std::string const& who);

/// The JSON object that a body holds; empty when it is none.
Json read_object(std::string const& body);

}  // namespace jalon::via_trajectoire
