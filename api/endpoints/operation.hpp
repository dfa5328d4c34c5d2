#pragma once
#include "api/endpoints/cases.hpp"
#include "api/endpoints/committee_dates.hpp"
#include "api/endpoints/committee_decisions.hpp"
#include "api/endpoints/committee_minutes.hpp"
#include "api/endpoints/committees.hpp"
#include "api/endpoints/consents.hpp"
#include "api/endpoints/documents.hpp"
#include "api/endpoints/exceptional_accesses.hpp"
#include "api/endpoints/feeds.hpp"
#include "api/endpoints/letters.hpp"
#include "api/endpoints/planning.hpp"
#include "api/endpoints/route.hpp"
#include "api/endpoints/sessions.hpp"
#include "api/endpoints/templates.hpp"
#include "api/endpoints/worklists.hpp"

namespace jalon::api {

std::vector<Route> operation_routes();

}  // namespace jalon::api
