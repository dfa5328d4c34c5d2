// The form of an event, made from its description: one field for each of its data, in French, with the likely
// value filled in; and back, what the form sends as the event's data.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "api/pages/form.hpp"
#include "engine/calendar/date.hpp"
#include "engine/json/json.hpp"
#include "engine/model/field_error.hpp"

namespace jalon::pages {

struct Option {
  std::string value, label;
};
// What a field that points to something may be: « session » → the sessions to come.
using Options = std::map<std::string, std::vector<Option>>;

struct FormState {
  Form typed = {};          // what to show again
  FieldErrors errors = {};  // pointers below /data
  Options options = {};
  Date today = {};
};

// [{"name","id","label","required","error", and one of "date", "text", "long_text", "number", "choice",
// "many", "yes_no" with "value" or "options"}], the required ones first. `prefix` keeps identifiers apart on
// a page.
Json fields_of(Json const& schema, FormState const& state, std::string const& prefix);

// An event with a date of its own is not asked for another: that date, or today, is the day it happened.
bool has_a_date(Json const& schema);

// An empty field is one that was not filled in.
Json data_of(Json const& schema, Form const& form);

}  // namespace jalon::pages
