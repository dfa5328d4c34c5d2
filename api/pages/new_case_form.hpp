// The form of a new file: what is needed first, and the rest folded away. And the part of it that is about
// the person, to be put right later.
#pragma once
#include "api/pages/event_form.hpp"

namespace jalon::pages {

// {"channel","first","contact","decision"}: lists of fields (event_form.hpp); the two last with
// {"fields","open"}. Errors point below /person and /notification.
Json new_case_fields(Form const& typed, FieldErrors const& errors, Date today);

// {"person","notification"}, as POST /cases takes them.
Json new_case_data(Form const& form);

// Who the person is and how to reach them, one list of fields.
Json person_fields(Form const& typed, FieldErrors const& errors, Date today);
Json person_data(Form const& form);

}  // namespace jalon::pages
