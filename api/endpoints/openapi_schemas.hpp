// The shapes of the contract as JSON Schemas, for the routes' descriptions and the OpenAPI document.
#pragma once
#include <string>

#include "engine/json/json.hpp"

namespace jalon::api::schemas {

Json reference(std::string const& component);
Json page_of(std::string const& component);
Json open_case();
Json amendment();
Json event();
Json correction();
Json history_answer();
Json confirmation();
Json batch_of_letters();
Json batch_of_events();
Json new_view();
Json day();
Json letter_return();
Json new_template();
Json new_signatory();
Json template_sample();
Json new_committee();
Json new_session();
Json session_amendment();
Json new_feed();
Json opened_feed();  // with its address
Json new_absence();
Json planned_messages();
Json clock();
Json new_clock();
Json clock_moved();
Json status();
Json transmission();

// Everything `reference` may name.
Json components();

}  // namespace jalon::api::schemas
