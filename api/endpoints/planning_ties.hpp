// Why a committee or a session stays as it was fixed, and what to do instead, in a sentence for people; empty
// when nothing hangs on it. `ties`: as the registers tell them.
#pragma once
#include <string>

#include "engine/json/json.hpp"

namespace jalon::api {

std::string why_committee_stays(Json const& ties);
std::string why_session_stays(Json const& ties);

}  // namespace jalon::api
