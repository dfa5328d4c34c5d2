// One event for each of several cases, each by itself through the runner: what is refused for one stops none
// of the others, and each has its own result.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "api/endpoints/body.hpp"
#include "api/endpoints/route.hpp"

namespace jalon::api {

constexpr std::size_t most_in_a_batch = 100;

// The items of a body's list: objects, from 1 to 100, each with the "case" it is about, none twice. What is
// wrong with them is noted in `body`, and then there are none.
std::vector<Json> batch_items(Body& body, Json const& json, std::string const& field);

// The request of one event of the batch. With an Idempotency-Key each event has a key of its own, made of
// that one: the batch sent again repeats what was done and does what was not.
Request request_of_part(Exchange const& exchange, std::string const& case_id, Command const& command);
Outcome submit_part(Exchange const& exchange, std::string const& case_id, Command const& command);

// {"items":[{"case","done":true,"reference","revision","states"} or {"case","done":false,"problem":{…},
// "reference","revision","states"}]}: also of a case that was refused, as it stands now, because a part of
// what was to be done may have been. A case that is not there has no such fields.
http::Response batch_response(Exchange const& exchange, std::vector<std::string> const& cases,
                              std::function<Outcome(std::string const& case_id)> const& act);

}  // namespace jalon::api
