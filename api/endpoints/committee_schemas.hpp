// Schemas of the committee's and the sessions' papers.
#pragma once
#include "engine/json/json.hpp"

namespace jalon::api::schemas {

Json new_grade();
Json decisions();  // of a committee, in one batch
Json pre_reception_results();
Json new_proposal();
Json proposal_answers();
Json proposal_choice();
Json new_minutes();
// What these schemas refer to, by name.
Json committee_components();
Json meeting_components();

}  // namespace jalon::api::schemas
